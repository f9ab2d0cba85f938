"""What the ward says of itself: names, letterhead, signer, limits. Kept in the register, printed on its paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """The ward's facts. ``within`` is days; ``needed`` are the fields whose blanks count as missing information;
    ``count_paused``: paused models are in the official count.

    ``holidays`` are (ISO day, name), by day. They are kept year by year as they are made known: Tết goes by the moon
    and the days beside it are moved by decision, so none is ever computed.
    """

    name: str = ""
    superior: str = ""
    issuer: str = ""
    place: str = ""
    committee: str = ""
    number_code: str = "DS-UBND"
    signer_authority: str = "TM. ỦY BAN NHÂN DÂN"
    signer_position: str = "CHỦ TỊCH"
    signer_name: str = ""
    recipients: tuple[str, ...] = ("Như trên;", "Lưu: VT.")
    within: int = 30
    needed: tuple[str, ...] = ("field", "lead", "areas", "founded_on", "paper_number")
    paper_kinds: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    holidays: tuple[tuple[str, str], ...] = ()
    count_paused: bool = True
    sample: bool = False

    @property
    def issuing_body(self) -> str:
        """The body on the letterhead; from the ward's name when nothing was typed."""
        return self.issuer or f"ỦY BAN NHÂN DÂN {self.name}".upper()

    @property
    def place_name(self) -> str:
        """The place in the date line: the ward's own name without its kind."""
        if self.place:
            return self.place
        first, _space, rest = self.name.partition(" ")
        return rest if rest and first.casefold() in ("phường", "xã") else self.name
