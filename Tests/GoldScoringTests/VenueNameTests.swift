import Testing

@testable import GoldScoring

@Suite("Venues")
struct VenueNameTests {
  @Test(
    "Names of one venue match",
    arguments: [
      ("International Workshop on Machine Learning in Medical Imaging (MLMI)", "MLMI"),
      ("ECCVW", "ECCV Workshop"), ("ACM MM", "ACM Multimedia"), ("MM", "ACM Multimedia"),
      ("IEEE Transactions on Image Processing", "IEEE TIP"),
      ("Proceedings of the AAAI conference on artificial intelligence", "AAAI"),
      ("Pattern Recognition (PR)", "Pattern Recognition"),
      ("Proceedings of the ACM Web Conference", "The Web Conference"),
      ("NIPS’17", "Neural Information Processing Systems"), ("ICPP", "ICPP2022"),
      ("31st British Machine Vision Conference", "BMVC"),
      ("Nineteenth Robotics Day", "Robotics Day"),
    ])
  func same(first: String, second: String) {
    #expect(VenueName(first).matches(VenueName(second)))
    #expect(VenueName(second).matches(VenueName(first)))
  }

  @Test(
    "Workshops, longer names and similar names are other venues",
    arguments: [
      ("ICCV workshop", "ICCV"), ("ECCVW", "ECCV"), ("NAACL", "ACL"),
      ("SIGGRAPH Asia", "SIGGRAPH"), ("Pattern Recognition", "CVPR"),
      ("Neurocomputing", "Neural Computing and Applications"), ("Nature", "Nature Communications"),
      ("10 mm optics", "ACM Multimedia"), ("IEEE Access", "IEEE Sensors"),
    ])
  func other(first: String, second: String) {
    #expect(!VenueName(first).matches(VenueName(second)))
    #expect(!VenueName(second).matches(VenueName(first)))
  }
}
