extension QuestionLibrary {
  /// The files of `queries/`, by name. A new question is a new file and a line here.
  static let builtInFiles: [(String, [UInt8])] = [
    ("queries/organization_alumni.rq", PackageResources.organization_alumni_rq),
    ("queries/organization_people.rq", PackageResources.organization_people_rq),
    ("queries/pair_common-coauthors.rq", PackageResources.pair_common_coauthors_rq),
    ("queries/pair_joint-papers.rq", PackageResources.pair_joint_papers_rq),
    ("queries/paper_authors.rq", PackageResources.paper_authors_rq),
    ("queries/person_advisers.rq", PackageResources.person_advisers_rq),
    ("queries/person_affiliations.rq", PackageResources.person_affiliations_rq),
    ("queries/person_awards.rq", PackageResources.person_awards_rq),
    ("queries/person_coauthors-since.rq", PackageResources.person_coauthors_since_rq),
    ("queries/person_coauthors.rq", PackageResources.person_coauthors_rq),
    ("queries/person_education.rq", PackageResources.person_education_rq),
    ("queries/person_first-author-papers.rq", PackageResources.person_first_author_papers_rq),
    ("queries/person_names.rq", PackageResources.person_names_rq),
    ("queries/person_papers-in-venue.rq", PackageResources.person_papers_in_venue_rq),
    ("queries/person_papers-per-year.rq", PackageResources.person_papers_per_year_rq),
    ("queries/person_papers.rq", PackageResources.person_papers_rq),
    ("queries/person_patents.rq", PackageResources.person_patents_rq),
    ("queries/person_projects.rq", PackageResources.person_projects_rq),
    ("queries/person_worked-in-year.rq", PackageResources.person_worked_in_year_rq),
    ("queries/venue_papers-in-year.rq", PackageResources.venue_papers_in_year_rq),
    ("queries/venue_papers.rq", PackageResources.venue_papers_rq),
  ]
}
