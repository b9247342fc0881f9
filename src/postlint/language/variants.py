"""Words with a British and an American spelling: -ise/-ize, -our/-or, grey/gray."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from postlint.language.lexicon import english
from postlint.model.late_pattern import late_pattern

Side = Literal["british", "american"]


class Variant(NamedTuple):
    """A word as one of two spellings."""

    family: str
    """What it is to be alike with: all of -ise/-ize, or a single word (grey/gray)."""
    side: Side
    label: str
    """How this side is spoken of: "-ise", "grey"."""
    other: str
    """The word as the other side spells it."""


# Always with s, and always with z, whatever the house; without the ending.
_ALWAYS_S: Final = frozenset(
    [
        "adv",
        "advert",
        "appr",
        "bra",
        "bru",
        "chast",
        "chem",
        "circumc",
        "compr",
        "comprom",
        "conc",
        "cru",
        "crim",
        "dem",
        "desp",
        "dev",
        "disenfranch",
        "disgu",
        "div",
        "enfranch",
        "enterpr",
        "exc",
        "exerc",
        "expert",
        "franch",
        "highr",
        "improv",
        "inc",
        "mal",
        "marqu",
        "merchand",
        "moonr",
        "otherw",
        "parad",
        "pra",
        "prec",
        "prem",
        "prom",
        "prov",
        "pract",
        "repr",
        "rev",
        "superv",
        "sunr",
        "surm",
        "surpr",
        "telev",
        "tort",
        "treat",
        "turquo",
        "upr",
        "val",
        "ven",
        "bas",
        "cris",
        "oas",
        "cann",
        "mort",
        "cer",
        "anch",
    ]
)
_BEFORE_S: Final = ("a", "o", "u", "oi", "w", "prec", "prem", "prom")
"""How words end that are always with s: -wise, -raise, -noise."""
_ALWAYS_Z: Final = frozenset(
    [
        "ass",
        "caps",
        "cit",
        "downs",
        "fulls",
        "kings",
        "lifes",
        "mids",
        "outs",
        "overs",
        "res",
        "rights",
        "supers",
        "unders",
        "ups",
    ]
)
_ISE: Final = late_pattern(r"([a-z]{3,})i([sz])((?:e[ds]?|ing|ations?|ational|ers?|able))")
_YSE: Final = late_pattern(
    r"((?:psycho)?anal|paral|catal|breathal|dial|electrol|hydrol)y([sz])(e|ed|ing|er|ers)"
)
_OUR: Final = late_pattern(
    r"(col|fav|behavi|hon|lab|neighb|hum|flav|harb|rum|vap|endeav|arm|od|rig|vig|val|savi|tum"
    r"|splend|clam|cand|ferv|discol|dishon|disfav|misbehavi|multicol|bicol|recol)(ou?r)"
    r"(s|ed|ing|ings|ful|fully|ite|ites|itism|able|ably|al|ally|less|er|ers|hood|hoods|ist|ists|)"
)
_LL: Final = late_pattern(
    r"(backpedal|bevel|cancel|carol|channel|chisel|counsel|dial|duel|enamel|fuel|funnel|gravel"
    r"|grovel|jewel|label|level|libel|marshal|marvel|model|panel|pedal|pencil|pummel|quarrel|refuel"
    r"|relabel|remodel|revel|rival|shovel|shrivel|signal|snivel|snorkel|spiral|stencil|swivel|tinsel"
    r"|total|towel|travel|trowel|tunnel|unravel|watercool)(l?)(ed|ing|ings|er|ers|or|ors)"
)
_IN_FAMILY: Final = late_pattern(r"[iy][sz]|ou?r|l(?:ed|ing|er|or)")
"""What all words of these families have, and few others."""
_PAIRS: Final = """
    acknowledgement/acknowledgment acknowledgements/acknowledgments ageing/aging
    aluminium/aluminum anaesthetic/anesthetic anaesthesia/anesthesia archaeology/archeology
    archaeologist/archeologist archaeological/archeological artefact/artifact artefacts/artifacts
    calibre/caliber catalogue/catalog catalogues/catalogs catalogued/cataloged centre/center
    centres/centers centred/centered cosy/cozy defence/defense defences/defenses
    defenceless/defenseless encyclopaedia/encyclopedia enrol/enroll enrolment/enrollment
    fibre/fiber fibres/fibers foetus/fetus fulfil/fulfill fulfils/fulfills
    fulfilment/fulfillment grey/gray greyed/grayed greys/grays instalment/installment
    instalments/installments jewellery/jewelry judgement/judgment judgements/judgments
    kilometre/kilometer kilometres/kilometers litre/liter litres/liters lustre/luster
    manoeuvre/maneuver manoeuvres/maneuvers meagre/meager centimetre/centimeter
    centimetres/centimeters millimetre/millimeter millimetres/millimeters mould/mold
    moustache/mustache offence/offense offences/offenses oestrogen/estrogen
    paediatric/pediatric plough/plow ploughed/plowed pretence/pretense pyjamas/pajamas
    sceptic/skeptic sceptics/skeptics sceptical/skeptical scepticism/skepticism
    skilful/skillful skilfully/skillfully sombre/somber spectre/specter sulphur/sulfur
    theatre/theater theatres/theaters wilful/willful wilfully/willfully woollen/woolen
"""


def _entries() -> dict[str, Variant]:
    entries = {}
    for pair in _PAIRS.split():
        british, american = pair.split("/")
        family = re.sub(r"(?:ed|s|ly|al|ism)$", "", british)
        entries[british] = Variant(family, "british", british, american)
        entries[american] = Variant(family, "american", american, british)
    return entries


_BY_WORD: Final = _entries()


@lru_cache(maxsize=5000)
def variants_in(word: str) -> Mapping[str, Variant]:
    """What a word in small letters is one of two spellings of, if it is.

    An apostrophe parts words, as in "colour's".
    """
    return {part: variant for part in word.split("'") if (variant := _variant_of(part))}


def _variant_of(word: str) -> Variant | None:
    """What a word in small letters is a spelling of; None if all spell it like this."""
    variant = _BY_WORD.get(word)
    if variant is None and _IN_FAMILY.search(word):
        variant = _ise(word) or _our(word) or _ll(word) or _yse(word)
    return variant if variant and _is_word(word) else None


def _is_word(word: str) -> bool:
    """Whether a word is one at all: what "suprising" mixes is no spelling of anywhere."""
    lexicon = english()
    return word in lexicon and not lexicon.corrections(word)


def _ise(word: str) -> Variant | None:
    match = _ISE.fullmatch(word)
    if match is None:
        return None
    stem, letter, ending = match.groups()
    if (
        stem in _ALWAYS_S
        or stem.removeprefix("un") in _ALWAYS_S
        or stem in _ALWAYS_Z
        or stem.endswith(_BEFORE_S)
    ):
        return None
    if letter == "s":
        return Variant("-ise", "british", "-ise", f"{stem}iz{ending}")
    return Variant("-ise", "american", "-ize", f"{stem}is{ending}")


def _yse(word: str) -> Variant | None:
    match = _YSE.fullmatch(word)
    if match is None:
        return None
    stem, letter, ending = match.groups()
    if letter == "s":
        return Variant("-yse", "british", "-yse", f"{stem}yz{ending}")
    return Variant("-yse", "american", "-yze", f"{stem}ys{ending}")


def _our(word: str) -> Variant | None:
    match = _OUR.fullmatch(word)
    if match is None:
        return None
    stem, middle, ending = match.groups()
    if middle == "our":
        return Variant("-our", "british", "-our", f"{stem}or{ending}")
    return Variant("-our", "american", "-or", f"{stem}our{ending}")


def _ll(word: str) -> Variant | None:
    match = _LL.fullmatch(word)
    if match is None:
        return None
    stem, letter, ending = match.groups()
    if letter:
        return Variant(stem, "british", f"{stem}l{ending}", f"{stem}{ending}")
    return Variant(stem, "american", f"{stem}{ending}", f"{stem}l{ending}")


# Houses that leave a family to the post have no entry for it: -ize is at home in Oxford too.
_BRITISH: Final = "british"
_AMERICAN: Final = "american"
LOCALES: Final[dict[str, dict[str, Side]]] = {
    "en-GB": {"": _BRITISH},
    "en-GB-oxendict": {"": _BRITISH, "-ise": _AMERICAN},
    "en-AU": {"": _BRITISH, "-ise": _BRITISH},
    "en-NZ": {"": _BRITISH, "-ise": _BRITISH},
    "en-IE": {"": _BRITISH, "-ise": _BRITISH},
    "en-ZA": {"": _BRITISH, "-ise": _BRITISH},
    "en-IN": {"": _BRITISH},
    "en-CA": {"": _BRITISH, "-ise": _AMERICAN, "-yse": _AMERICAN},
    "en-US": {"": _AMERICAN, "-ise": _AMERICAN},
}
"""The side of each family; "" for all that are not named."""


def side_in(locale: str, family: str) -> Side | None:
    """How a locale spells a family; None where it leaves that to the writer, or is unknown."""
    sides = LOCALES.get(locale, {})
    return sides.get(family) or (None if family == "-ise" else sides.get(""))
