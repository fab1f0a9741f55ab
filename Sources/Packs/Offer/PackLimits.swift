/// How much one pack may hold.
package enum PackLimits {
  /// The whole archive, headers and padding included: 5 MiB.
  package static let archiveByteCount = 5 << 20
  /// Files, the list of sums and its signature not counted.
  package static let fileCount = 2000
  /// One file: 256 KiB.
  package static let fileByteCount = 256 << 10
  /// The signature's file.
  static let signatureByteCount = 16 << 10
}
