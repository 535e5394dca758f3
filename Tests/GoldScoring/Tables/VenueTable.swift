/// Venues with several names, and the words that do not distinguish venues.
enum VenueTable {
  /// Names of the same venue, in folded words. A name is found wherever its words occur in one
  /// piece.
  static let names: [String: [String]] = [
    "neurips": [
      "neurips", "nips", "neural information processing systems",
      "advances in neural information processing systems",
    ],
    "icml": ["icml", "international conference on machine learning"],
    "iclr": ["iclr", "international conference on learning representations"],
    "cvpr": ["cvpr", "computer vision and pattern recognition"],
    "iccv": ["iccv", "international conference on computer vision"],
    "eccv": ["eccv", "european conference on computer vision"],
    "wacv": ["wacv", "winter conference on applications of computer vision"],
    "accv": ["accv", "asian conference on computer vision"],
    "bmvc": ["bmvc", "british machine vision conference"],
    "aaai": ["aaai", "aaai conference on artificial intelligence"],
    "ijcai": ["ijcai", "international joint conference on artificial intelligence"],
    "acl": ["acl", "annual meeting of the association for computational linguistics"],
    "naacl": ["naacl", "north american chapter of the association for computational linguistics"],
    "emnlp": ["emnlp", "empirical methods in natural language processing"],
    "tacl": ["tacl", "transactions of the association for computational linguistics"],
    "kdd": ["kdd", "sigkdd", "knowledge discovery and data mining"],
    "www": ["www", "the web conference", "world wide web conference"],
    "sigir": ["sigir", "research and development in information retrieval"],
    "siggraph": ["siggraph"],
    "siggraphasia": ["siggraph asia"],
    "corl": ["corl", "conference on robot learning"],
    "icra": ["icra", "international conference on robotics and automation"],
    "iros": ["iros", "intelligent robots and systems"],
    "rss": ["rss", "robotics science and systems"],
    "aistats": ["aistats", "artificial intelligence and statistics"],
    "uai": ["uai", "uncertainty in artificial intelligence"],
    "colt": ["colt", "conference on learning theory"],
    "acmmm": [
      "acm mm", "mm", "acmmm", "acm multimedia", "acm international conference on multimedia",
    ],
    "icassp": ["icassp", "acoustics speech and signal processing"],
    "interspeech": ["interspeech"],
    "tpami": [
      "tpami", "pami", "t pami", "transactions on pattern analysis and machine intelligence",
    ],
    "ijcv": ["ijcv", "international journal of computer vision"],
    "tip": ["tip", "t ip", "transactions on image processing"],
    "jmlr": ["jmlr", "journal of machine learning research"],
    "tmlr": ["tmlr", "transactions on machine learning research"],
    "tnnls": ["tnnls", "transactions on neural networks and learning systems"],
    "tog": ["tog", "transactions on graphics"],
    "ral": ["ra l", "ral", "robotics and automation letters"],
    "arxiv": [
      "arxiv", "corr", "arxiv preprint", "computing research repository", "arxiv e prints",
    ],
    "cikm": ["cikm", "information and knowledge management"],
    "icpr": ["icpr", "international conference on pattern recognition"],
    "miccai": ["miccai", "medical image computing and computer assisted intervention"],
    "3dv": ["3dv", "international conference on 3d vision"],
  ]

  /// Each word that begins names, with the other words of those names and their venues.
  static let namesByFirstWord: [String: [(rest: ArraySlice<String>, venue: String)]] = {
    var index: [String: [(rest: ArraySlice<String>, venue: String)]] = [:]
    for (venue, names) in names {
      for name in names {
        let words = name.split(separator: " ").map(String.init)
        index[words[0], default: []].append((words.dropFirst(), venue))
      }
    }
    return index
  }()

  static let allNames = Set(names.values.joined())

  /// A name that is too short to be found inside another text: it has to be the whole text.
  static let wholeTextOnly = "mm"

  /// Venues whose names are a part of the name of another venue, by that venue. When the longer
  /// name is found, the shorter one is not meant.
  static let contained = ["naacl": "acl", "siggraphasia": "siggraph"]

  /// Conferences whose workshops are written with a W after the acronym: `CVPRW`.
  static let workshopAcronyms: Set<String> = [
    "cvprw", "iccvw", "eccvw", "wacvw", "icmew", "icdmw", "aaaiw", "kddw",
  ]

  /// Those of them that also count as the name of the conference.
  static let hostsOfWorkshops = ["CVPR", "ICCV", "ECCV", "WACV"]

  static let workshopWords = ["workshop", "研讨会"]

  /// Acronyms of organizers, in capitals, which are not acronyms of venues.
  static let organizers: Set<String> = ["IEEE", "ACM", "CVF", "USENIX", "SIG"]

  /// Words that do not distinguish venues.
  static let noise: Set<String> = [
    "in", "proceedings", "proc", "of", "the", "on", "and", "for", "to", "appear", "annual", "ieee",
    "cvf", "acm", "international", "conference", "journal", "transactions", "oral", "spotlight",
    "poster", "preprint", "a", "an", "conf", "int", "trans", "symposium", "main",
  ]

  static let ordinalEndings = ["teenth", "tieth"]

  /// Numbers of editions in words, other than those with one of the endings above.
  static let ordinals: Set<String> = [
    "twenty", "thirty", "forty", "fifty", "first", "second", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth",
  ]
}
