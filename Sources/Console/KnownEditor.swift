/// Editors whose copies of a text we know how to keep off the disk.
enum KnownEditor: Equatable {
  case vim
  case neovim
  case nano

  /// Tells an editor by the name of its program, as found behind any links.
  ///
  /// `vi` may be any of several; one that is not Vim is not known, as some write what is typed to a
  /// folder on disk so that it can be recovered.
  init?(program: String) {
    let name = program.split(separator: "/").last.map(String.init) ?? ""
    if name == "nvim" {
      self = .neovim
    } else if name == "vim" || name.hasPrefix("vim.") {
      self = .vim
    } else if name == "nano" {
      self = .nano
    } else {
      return nil
    }
  }

  /// What to pass before the file so that no second copy of the text is written.
  ///
  /// From the editors' manuals: no swap, no backup, no undo file, no history of the session. For
  /// the Vim family everything is set twice, before the person's own settings and after them, as
  /// those may turn it on again. For nano the person's settings are left out; without them it keeps no
  /// backup and no history.
  var arguments: [String] {
    let off = "set nobackup nowritebackup noswapfile noundofile nomodeline"
    switch self {
    case .vim: return ["-n", "-i", "NONE", "--cmd", off, "-c", off + " viminfo="]
    case .neovim: return ["-n", "-i", "NONE", "--cmd", off, "-c", off + " shada="]
    case .nano: return ["-I"]
    }
  }
}
