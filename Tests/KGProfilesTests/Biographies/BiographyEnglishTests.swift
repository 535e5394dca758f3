import Testing

@testable import KGProfiles

/// Biographies of invented people; each states its facts in another way.
@Suite("English biographies")
struct BiographyEnglishTests {
  @Test(
    "Every fact is read, and nothing else",
    arguments: [
      StatedFacts(
        """
        Dr. Maren Oostveld leads the speech understanding team at Halcyon Labs in Rotterdam. Before she took up this \
        role, she spent four years as a senior scientist at Philips Research and, earlier, lectured on signal \
        processing at Delft University of Technology from 2012 to 2016. Her doctorate in electrical engineering is \
        from KU Leuven (2012), where Prof. Joost Haeck supervised her; she also holds an M.Sc. from the University \
        of Twente.
        """,
        [
          "Halcyon Labs (speech understanding team) now",
          "senior scientist, Philips Research",
          "Delft University of Technology 2012–2016",
          "doctorate in electrical engineering, KU Leuven –2012",
          "M.Sc., University of Twente",
        ]),
      StatedFacts(
        """
        Hi! I'm Tobias Wren, and these days I build compilers at Quillstone, a start-up in Leeds. I was at Arm from \
        2016 until 2020, first as a graduate engineer and later as a staff engineer. Cambridge is where I did my PhD \
        under Ines Calloway (finished in 2016), on top of a BA in natural sciences from Durham University. My sister \
        Greta is a professor at Yale University, and no, I do not work with her.
        """,
        [
          "Quillstone now",
          "graduate engineer, Arm 2016–?",
          "staff engineer, Arm –2020",
          "PhD, Cambridge –2016",
          "BA in natural sciences, Durham University",
        ]),
      StatedFacts(
        """
        Norvale University has appointed Dr. Samir Haddadin as full professor of robotics, effective January 2024. \
        Haddadin comes to Norvale from the German Aerospace Center, which he joined in 2011 as a research associate \
        after completing his doctorate at TU Munich. He serves on the editorial board of the Journal of Field \
        Robotics and is a senior member of IEEE.
        """,
        [
          "full professor, Norvale University 2024-01–?",
          "research associate, German Aerospace Center 2011–?",
          "doctorate, TU Munich",
        ]),
      StatedFacts(
        """
        Trained as a physicist at the University of Warsaw (M.Sc. 1998) and ETH Zurich (PhD 2003, supervised by \
        Ulrike Bannwart), Kasimir Dolega worked at CERN and then at Siemens before moving in 2010 to the Gdansk \
        Institute of Oceanography, where he now heads the Department of Remote Sensing.
        """,
        [
          "M.Sc., University of Warsaw –1998",
          "PhD, ETH Zurich –2003, adviser Ulrike Bannwart",
          "CERN",
          "Siemens",
          "Gdansk Institute of Oceanography 2010–?",
          "Gdansk Institute of Oceanography (Department of Remote Sensing) now",
        ]),
      StatedFacts(
        """
        Education: B.Eng. (Hefei University of Technology, 2009), M.Phil. (HKUST, 2012), Ph.D. (University of Sydney, \
        2017; supervisor: Prof. Nadia Farrow). Employment so far: data scientist, Telstra (2017-2019); senior data \
        scientist, Atlassian (2019-2022); principal scientist, Canva (2022-present).
        """,
        [
          "B.Eng., Hefei University of Technology –2009",
          "M.Phil., HKUST –2012",
          "Ph.D., University of Sydney –2017, adviser Nadia Farrow",
          "data scientist, Telstra 2017–2019",
          "senior data scientist, Atlassian 2019–2022",
          "principal scientist, Canva 2022–now",
        ]),
      StatedFacts(
        """
        Ayodele Bankole-Reyes is an associate professor of computer science at the University of Cape Town and a \
        visiting fellow at the Alan Turing Institute. He studied mathematics at the University of Ibadan, graduating \
        with first-class honours in 2003, and went on to earn master's and doctoral degrees in computer science at \
        the University of Edinburgh in 2005 and 2009. From 2009 to 2012 he was a postdoctoral researcher with Marit \
        Solheim at the Norwegian University of Science and Technology. His student Lebo Dlamini now works at DeepMind.
        """,
        [
          "associate professor, University of Cape Town now",
          "visiting fellow, Alan Turing Institute now",
          "education in mathematics, University of Ibadan –2003",
          "master's in computer science, University of Edinburgh –2005",
          "doctoral in computer science, University of Edinburgh –2009",
          "postdoctoral researcher, Norwegian University of Science and Technology 2009–2012",
        ]),
      StatedFacts(
        """
        I am a third-year doctoral candidate in the Perception Lab at the University of Michigan, co-advised by Hanna \
        Brisk and Oleg Tarasov. This past summer I interned with the mapping team at Waymo, and in 2023 I was a \
        research intern at Bosch. I came to Ann Arbor from Lyon, where I got my engineering degree at INSA Lyon in \
        2021. Our lab is funded by Toyota and collaborates with Ford.
        """,
        [
          "doctoral candidate, University of Michigan (Perception Lab), adviser Hanna Brisk, adviser Oleg Tarasov",
          "interned, Waymo (mapping team)",
          "research intern, Bosch 2023",
          "engineering degree, INSA Lyon –2021",
        ]),
      StatedFacts(
        """
        Currently VP of Engineering at Mistwood Robotics, Elena Marchetti-Okafor previously held engineering and \
        management positions at Intel, Nvidia and Qualcomm. She co-founded Larkspur AI in 2018 (acquired by Autodesk \
        in 2022) and is an advisor to several funds. She has an MBA from INSEAD and a B.S. in electrical engineering \
        from Politecnico di Milano. She was awarded the Turing Fellowship of the Lovelace Society in 2020 and \
        published at NeurIPS and ICML.
        """,
        [
          "VP of Engineering, Mistwood Robotics now",
          "Intel", "Nvidia", "Qualcomm",
          "co-founded, Larkspur AI 2018",
          "MBA, INSEAD",
          "B.S. in electrical engineering, Politecnico di Milano",
        ]),
      StatedFacts(
        """
        Born in Oulu, Aino Kettunen joined the faculty of the Department of Statistics, University of Helsinki, in \
        2014 following appointments as research fellow at the University of Oxford (2010–12) and Aalto University \
        (2012–14). Her degrees are from the University of Oulu (MSc 2005; PhD 2010, advised by Esa Lehto).
        """,
        [
          "University of Helsinki (Department of Statistics) 2014–?",
          "research fellow, University of Oxford 2010–2012",
          "research fellow, Aalto University 2012–2014",
          "MSc, University of Oulu –2005",
          "PhD, University of Oulu –2010, adviser Esa Lehto",
        ]),
      StatedFacts(
        """
        After a bachelor's in linguistics (Brandeis University, 2013) I taught English in Kyoto for a while, then \
        returned to school and completed a master's degree at Georgetown University in 2017. Ostrava Technical \
        University hired me as a lecturer that autumn; I stayed there until 2021, when I moved to Wolfram & Hale Ltd. \
        as head of language engineering. Reviewers for ACL will know me as an area chair. I have given talks at \
        Stanford University and MIT, and I do not represent my employer here.
        """,
        [
          "bachelor's in linguistics, Brandeis University –2013",
          "master's degree, Georgetown University –2017",
          "lecturer, Ostrava Technical University –2021",
          "head, Wolfram & Hale Ltd. 2021–?",
        ]),
      StatedFacts(
        """
        Before co-founding Tessellate Health in 2020, Ruhi Banerjee spent six years at Google Health, most \
        recently as a senior product manager. She is a graduate of IIT Bombay (B.Tech., 2009) and Stanford \
        University (M.S. in Management Science, 2014), and sits on the board of directors of two charities. Her \
        husband is a cardiologist at Massachusetts General Hospital.
        """,
        [
          "B.Tech., IIT Bombay –2009",
          "M.S. in Management Science, Stanford University –2014",
          "co-founding, Tessellate Health 2020",
          "senior product manager, Google Health",
        ]),
      StatedFacts(
        """
        Since graduating from McMaster University with a master's degree in 2018, Beatriz Lund has worked as a \
        machine learning engineer, first at Shopify in Ottawa and, from 2021, at Cohere. She turned down an offer \
        from Amazon. Currently she is also pursuing a part-time PhD at the University of Ottawa under the \
        supervision of Prof. Idris Kaplan.
        """,
        [
          "PhD, University of Ottawa, adviser Idris Kaplan",
          "machine learning engineer, Cohere 2021–now",
          "machine learning engineer, Shopify",
          "master's degree, McMaster University –2018",
        ]),
      StatedFacts(
        """
        Appointed to the Chair of Logic at Queen's University Belfast in 2016, Prof. Deirdre Quillan had earlier \
        taught at Trinity College Dublin and researched type theory at INRIA. Her DPhil (Oxford, 2004) was \
        examined by two people she still argues with.
        """,
        [
          "DPhil, Oxford –2004",
          "INRIA",
          "Queen's University Belfast (Chair of Logic) 2016–?",
        ]),
      StatedFacts(
        """
        Welcome! I'm Cass, a second-year master's student at UC San Diego working with Prof. Dana Yoon. I did my \
        undergrad at Peking University and worked for a year at Bytedance as an algorithm engineer. My partner \
        works at Qualcomm; we met at a workshop organized by Intel.
        """,
        [
          "algorithm engineer, Bytedance",
          "master's student, UC San Diego, adviser Dana Yoon",
          "undergrad, Peking University",
        ]),
      StatedFacts(
        """
        Now I am on an M.Eng program in sail engineering at the Canvas Lab in the School of Weaving Science, Peking \
        University, advised by Dr. Olaf Brenner. Earlier, I completed a B.Eng in Hunan University of Music and Looms.
        """,
        [
          "M.Eng in sail engineering, Peking University (Canvas Lab in the School of Weaving Science), adviser Olaf Brenner",
          "B.Eng, Hunan University of Music and Looms",
        ]),
      StatedFacts(
        """
        I am a PhD student in the Institute of Slow Computing, Brant College of Looms at Yale University. At Quillon \
        Robotics (2011–2015), I tuned tide sensors. At Brindlewick (2010–2011), the sensors were tuned by others.
        """,
        [
          "PhD student, Yale University (Institute of Slow Computing, Brant College of Looms)",
          "Quillon Robotics 2011–2015",
        ]),
    ])
  func facts(of biography: StatedFacts) {
    #expect(biography.read == biography.stated)
  }
}
