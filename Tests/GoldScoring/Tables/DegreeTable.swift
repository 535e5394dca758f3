/// How the levels of degrees are written, in text that is folded: without accents and capitals.
enum DegreeTable {
  /// In the order of the test: a text has the first level that it fits.
  static let levels: [(level: DegreeLevel, phrases: Phrases)] = [
    (.doctor, doctor), (.master, master), (.bachelor, bachelor), (.school, school),
  ]

  private static let doctor = Phrases(
    ["doctor", "these", "博士", "直博", "박사"],
    wordStarts: ["phd", "ph.d", "ph d", "ph. d", "dphil", "d.phil", "dr.", "dottorato"],
    abbreviations: ["sc.d", "dsc", "m.d", "promotion"])

  private static let master = Phrases(
    [
      "master", "postgraduate", "graduate diploma", "硕士", "研究生", "修士", "석사", "maestria", "magist",
      "laurea magistrale",
    ],
    abbreviations: [
      "m. s", "m. s.c", "m. eng", "m.phil", "m. tech", "m.b.a", "m. a", "mva",
    ])

  private static let bachelor = Phrases(
    [
      "bachelor", "undergrad", "本科", "学士", "학사", "licenc", "licens", "ingenieur", "laurea", "grado",
    ],
    abbreviations: ["b. s", "b. s.c", "b. eng", "b. tech", "b. e", "b. a", "b. ec"])

  private static let school = Phrases([
    "high school", "secondary", "a-level", "baccalaur", "abitur", "高中", "中学",
  ])

  /// Texts that contain a phrase of a master's degree and are another one.
  static let notMaster = Phrases(["laurea triennale", "undergraduate"])

  static let masterWord = Phrases(["master"])

  /// Roles that only restate that somebody studies.
  static let studentRoles = Phrases(
    [
      "student", "candidate", "undergrad", "master", "bachelor", "doctora", "博士生", "硕士生", "研究生",
      "本科生", "学生", "在读",
    ],
    abbreviations: ["ph. d"])
}
