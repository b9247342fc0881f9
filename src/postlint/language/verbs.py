"""Forms of English verbs, for rules about grammar: only verbs that are nothing but verbs."""

from typing import Final, Literal

Form = Literal["base", "third", "ing", "past", "participle"]

# Not among them: what is a noun, an adjective or a past form too (change, open, read).
_REGULAR: Final = """
    accept achieve acquire add adjust allow analyze announce apply assume attach avoid become begin
    behave bring believe calculate choose clarify collect combine communicate compare compile
    compose configure confirm connect consider construct consume contain contribute convert convince
    create decide decrease declare define delete deliver demonstrate depend deploy derive describe
    deserve destroy detect determine develop differ disable disappear discover discuss display-
    distribute download- eliminate embed emit enable encounter encourage enforce enhance enjoy
    ensure establish evaluate examine exclude execute exist expand expect explain explore express-
    extend fetch- fix- follow forget generate get give go grow guarantee- happen hear help- hide
    identify ignore illustrate implement imply improve include increase- indicate inform inherit
    initialize insert inspect install integrate interact introduce invoke involve keep know learn
    maintain make manage match- mention- merge- migrate minimize modify notify observe obtain occur
    omit optimize organize overwrite participate perform persist populate prefer prepare prevent
    proceed produce prove provide publish pursue quantify reach- realize receive recognize recommend
    redirect- reduce refer regenerate register- reject- rely remain remember remove rename render
    repeat- replace replicate represent reproduce require resolve retrieve reuse- rewrite satisfy
    see seem select send separate- serialize serve simplify solve specify store- submit suggest
    suppose take tell terminate think tolerate translate understand uninstall update- upgrade-
    upload- use- utilize validate verify visualize write allocate assign authenticate automate
    bind broadcast- customize decode depict deprecate deserialize disclose dismiss duplicate- edit
    emulate encrypt decrypt evolve facilitate fulfil generalize highlight- import- incorporate
    infer inject interpret iterate locate lose mitigate navigate negotiate occupy outline- override
    postpone preserve prioritize propagate propose refine reflect remind restore retain reveal
    revise substitute summarize supply- survive sustain synchronize transfer- transform transmit
    trigger- encode instantiate invite migrate obey optimise organise realise recognise customise
    summarise attend argue arrive ask behave belong complain explain fail finish improve listen
    marry pretend protect relate say speak succeed surround teach try-
"""
_IRREGULAR: Final = {
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "bind": ("bound", "bound"),
    "bring": ("brought", "brought"),
    "choose": ("chose", "chosen"),
    "forget": ("forgot", "forgotten"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "grow": ("grew", "grown"),
    "hear": ("heard", "heard"),
    "hide": ("hid", "hidden"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "overwrite": ("overwrote", "overwritten"),
    "override": ("overrode", "overridden"),
    "prove": ("proved", "proved"),
    "rewrite": ("rewrote", "rewritten"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "send": ("sent", "sent"),
    "speak": ("spoke", "spoken"),
    "take": ("took", "taken"),
    "teach": ("taught", "taught"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "understand": ("understood", "understood"),
    "write": ("wrote", "written"),
    "come": ("came", "come"),
    "run": ("ran", "run"),
    "break": ("broke", "broken"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "eat": ("ate", "eaten"),
    "fall": ("fell", "fallen"),
    "fly": ("flew", "flown"),
    "do": ("did", "done"),
    "find": ("found", "found"),
    "build": ("built", "built"),
    "have": ("had", "had"),
    "be": ("was", "been"),
    "bend": ("bent", "bent"),
    "bet": ("bet", "bet"),
    "bid": ("bid", "bid"),
    "bite": ("bit", "bitten"),
    "bleed": ("bled", "bled"),
    "blow": ("blew", "blown"),
    "breed": ("bred", "bred"),
    "burst": ("burst", "burst"),
    "buy": ("bought", "bought"),
    "cast": ("cast", "cast"),
    "catch": ("caught", "caught"),
    "cost": ("cost", "cost"),
    "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"),
    "dig": ("dug", "dug"),
    "feed": ("fed", "fed"),
    "feel": ("felt", "felt"),
    "fight": ("fought", "fought"),
    "flee": ("fled", "fled"),
    "forbid": ("forbade", "forbidden"),
    "forgive": ("forgave", "forgiven"),
    "freeze": ("froze", "frozen"),
    "hang": ("hung", "hung"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "hurt": ("hurt", "hurt"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "lend": ("lent", "lent"),
    "let": ("let", "let"),
    "light": ("lit", "lit"),
    "mean": ("meant", "meant"),
    "meet": ("met", "met"),
    "mislead": ("misled", "misled"),
    "outdo": ("outdid", "outdone"),
    "overcome": ("overcame", "overcome"),
    "oversee": ("oversaw", "overseen"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "quit": ("quit", "quit"),
    "read": ("read", "read"),
    "repay": ("repaid", "repaid"),
    "ride": ("rode", "ridden"),
    "ring": ("rang", "rung"),
    "rise": ("rose", "risen"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "set": ("set", "set"),
    "shake": ("shook", "shaken"),
    "shoot": ("shot", "shot"),
    "show": ("showed", "shown"),
    "shrink": ("shrank", "shrunk"),
    "shut": ("shut", "shut"),
    "sing": ("sang", "sung"),
    "sink": ("sank", "sunk"),
    "sit": ("sat", "sat"),
    "sleep": ("slept", "slept"),
    "slide": ("slid", "slid"),
    "spend": ("spent", "spent"),
    "split": ("split", "split"),
    "spread": ("spread", "spread"),
    "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"),
    "stick": ("stuck", "stuck"),
    "strike": ("struck", "struck"),
    "swear": ("swore", "sworn"),
    "swim": ("swam", "swum"),
    "swing": ("swung", "swung"),
    "tear": ("tore", "torn"),
    "throw": ("threw", "thrown"),
    "undergo": ("underwent", "undergone"),
    "undo": ("undid", "undone"),
    "undertake": ("undertook", "undertaken"),
    "uphold": ("upheld", "upheld"),
    "wake": ("woke", "woken"),
    "wear": ("wore", "worn"),
    "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld", "withheld"),
    "withstand": ("withstood", "withstood"),
}
_DOUBLING: Final = frozenset(
    [
        "bet",
        "bid",
        "cut",
        "dig",
        "forbid",
        "hit",
        "let",
        "put",
        "quit",
        "set",
        "shut",
        "sit",
        "split",
        "swim",
        "win",
        "begin",
        "embed",
        "emit",
        "forget",
        "get",
        "infer",
        "occur",
        "omit",
        "prefer",
        "refer",
        "submit",
        "transmit",
        "transfer",
        "run",
    ]
)
_VOWELS: Final = frozenset("aeiou")

VERBS: Final = tuple(dict.fromkeys(word for word in _REGULAR.split() if word[-1] != "-"))
"""Base forms that are no nouns and no adjectives."""
LOOSE_VERBS: Final = tuple(
    dict.fromkeys(
        [*(word.rstrip("-") for word in _REGULAR.split()), "do", "find", "build", "come", "run"]
    )
)
"""With those that are nouns too (use, update, help), for places where no noun can stand."""


def form(verb: str, wanted: Form) -> str:
    """One form of a verb, given by its base form."""
    match wanted:
        case "base":
            return verb
        case "third":
            return _third(verb)
        case "ing":
            return _ing(verb)
        case "past":
            return _IRREGULAR[verb][0] if verb in _IRREGULAR else _ed(verb)
        case "participle":
            return _IRREGULAR[verb][1] if verb in _IRREGULAR else _ed(verb)


def is_irregular(verb: str) -> bool:
    """Whether the past forms of a verb follow no rule."""
    return verb in _IRREGULAR


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb == "be":
        return "is"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if _ends_in_consonant_y(verb) else f"{verb}s"


def _ing(verb: str) -> str:
    if verb in _DOUBLING:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and verb != "be" and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


def _ed(verb: str) -> str:
    if verb in _DOUBLING:
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if _ends_in_consonant_y(verb) else f"{verb}ed"


def _ends_in_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in _VOWELS
