"""What the references of a list have in common."""
import dataclasses


@dataclasses.dataclass
class Habits:
    """What a list keeps constant."""
    initials_gap: str
    hyphenates_initials: bool
    capital_families: bool
    native_share: float
    native_gap: str
    number: str
    owner_mark: str
    links_authors: bool
    has_links: bool
    link_gap: str
    link_form: str
    is_noisy: bool
    name_mark: str
    is_lower_case: bool
    hides_venues: bool
    has_descriptions: bool
    has_subtitles: bool
    loose_commas: bool
    last_separator: str
    is_wrapped: bool
    is_plain: bool

    @classmethod
    def choose(cls, random, style, phrases):
        """The habits of a list in a style."""
        choose = random.choice
        chance = lambda share: random.random() < share
        return cls(
            initials_gap=choose(("", " ")), hyphenates_initials=chance(0.4), capital_families=chance(0.5),
            native_share=choose((1.0, 0.9)), native_gap=choose(("", "", " ")),
            number=choose(("", "", choose(phrases["number"]))) if chance(0.7) else "",
            owner_mark=choose(("", "", "strong", "strong", "underline", "emphasis")),
            links_authors=chance(0.08), has_links=chance(0.5), link_gap=choose(("\n", " ", " ")),
            link_form=choose(phrases["link form"]), is_noisy=chance(0.5), name_mark=choose(phrases["name mark"]),
            is_lower_case=chance(0.4), hides_venues=chance(0.3), has_descriptions=chance(0.12),
            has_subtitles=chance(0.06),
            loose_commas=chance(0.04),
            last_separator=choose((" and ", ", and ", " & ", ", "))
            if style.names == "given-family" and chance(0.25) else style.last_separator,
            is_wrapped=chance(0.3), is_plain=chance(0.3))
