"""What the ward says of itself: names, letterhead, signer, limits. Kept in the register, printed on its paper."""

from msgspec import Struct

KINDS = ("phường", "xã", "thị trấn", "đặc khu")
"""What a name begins with that says which kind of place it is."""


class Ward(Struct, frozen=True, kw_only=True):
    """The ward's facts. ``within`` is days; ``needed`` are the fields whose blanks count as missing information;
    ``count_paused``: paused models are in the official count. ``weak_rank`` is the rank of the first weak grade (0:
    only the last of the scale); ``outdated`` changes weight and limit of rules by key (outdated.RULES).

    ``holidays`` are (ISO day, name), by day. They are kept year by year as they are made known: Tết goes by the moon
    and the days beside it are moved by decision, so none is ever computed. ``due_by`` and ``off_days`` say how dates
    that follow from a rule are reckoned (office_days). ``summary_days`` are (kind of review, "06-30"): the days of
    every year by which each model has its sơ kết and tổng kết, asked for since the day ``summary_since``; none: the
    ward asks for none.
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
    due_by: str = "day"
    off_days: str = "none"
    summary_days: tuple[tuple[str, str], ...] = ()
    summary_since: str = ""
    count_paused: bool = True
    weak_rank: int = 0
    outdated: tuple[tuple[str, int, int], ...] = ()
    sample: bool = False

    @property
    def issuing_body(self) -> str:
        """The body on the letterhead; from the ward's name when nothing was typed."""
        return self.issuer or f"ỦY BAN NHÂN DÂN {self.name}".upper()

    @property
    def place_name(self) -> str:
        """The place in the date line: the ward's own name without its kind."""
        return self.place or self._parted[1] or self.name

    @property
    def name_in_text(self) -> str:
        """The name inside a sentence, where only what is its own has capitals: “phường An Bình”. A ward named after a
        person or an event keeps them all, and is written in full before the date: it says so by giving its whole name
        as its place (Decree 30, Annex I, II.4, and Annex II, III.1)."""
        kind, own = self._parted
        if self.place == self.name:
            return self.name
        return f"{kind} {own}" if own else self.name

    @property
    def _parted(self) -> tuple[str, str]:
        """The kind of place, small, and its own name; both "" where the name does not begin with a kind, and where a
        number follows: “Phường 5” is written in full (Decree 30, Annex I, II.4, and Annex II, III.1)."""
        for kind in KINDS:
            begun, own = self.name[: len(kind)], self.name[len(kind) :]
            if begun.casefold() == kind and own.startswith(" ") and own.strip() and not own.strip()[0].isdigit():
                return kind, own.strip()
        return "", ""
