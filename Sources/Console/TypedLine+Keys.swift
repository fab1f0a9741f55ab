extension TypedLine {
  /// Does what an editing key asks; without movement the cursor stays at the end.
  mutating func apply(_ key: Key, canMove: Bool) {
    switch key {
    case .text(let bytes): insert(String(decoding: bytes, as: UTF8.self))
    case .backspace: eraseBack()
    case .erase: eraseAllBefore()
    case .eraseWord: eraseWord()
    case .eraseForward: eraseForward()
    case .left where canMove: moveLeft()
    case .right where canMove: moveRight()
    case .home where canMove: moveHome()
    case .end where canMove: moveEnd()
    default: break
    }
  }
}
