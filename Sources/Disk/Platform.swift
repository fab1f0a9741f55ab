/// Files and folders: the one place where the program asks the system for them.
///
/// A leaf. What is written is durable or an error; links are followed only where a caller says so; a
/// listing that was cut short never passes for a whole one. Every failure is a ``DiskTrouble`` with
/// facts, and the callers give it words. Nothing here knows what the bytes mean.
///
///     try Folders.make("/home/ada/notes")
///     try Files.replace("/home/ada/notes/today", with: Array("rain".utf8))
///     let lock = try FileLock("/home/ada/notes/lock", .exclusive, waiting: false)
///
/// It also passes on the C library of the platform, so that no other file has to choose one.
#if canImport(Glibc)
@_exported public import Glibc
#elseif canImport(Musl)
@_exported public import Musl
#elseif canImport(Darwin)
@_exported public import Darwin
#endif
