"""Reports with one claim each, made by hand, so that the linking is tested apart from the reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from marsad.model import Claim, Party, Period, Place, Reading, Report, Source, Span, Tally

Tell = Callable[..., Reading]

#: Invented incidents need real distances.
POINTS = {
    "سرمين": (35.90, 36.72, 3.0),
    "آفس": (35.88, 36.76, 2.0),
    "الباب": (36.37, 37.52, 6.0),
    "تدمر": (34.56, 38.28, 8.0),
    "سوريا": (35.0, 38.5, 300.0),
    "تل العصافير": (None, None, None),
}

_FILLERS = (
    "وقال شاهد إن الدخان غطى السماء ساعات طويلة",
    "وهرعت سيارات الإسعاف نحو المكان وسط زحام شديد",
    "وأغلقت المدارس أبوابها باكرا ذلك اليوم خوفا",
    "وتضررت شبكة الكهرباء وانقطع التيار عن الأحياء المجاورة",
    "ولم يعلق أحد حتى ساعة إعداد هذا التقرير",
    "وكان السوق مكتظا بالناس عشية العيد كما روى بائع",
    "وبقي الأطفال في الأقبية حتى هدأت الأصوات عند المساء",
    "وشوهدت عربات تنقل الأثاث على الطريق العام شمالا",
    "ووصف مدرس ما رآه بأنه أسوأ ما مر على البلدة",
    "وانتشرت صور على الشبكة تظهر الركام في شارع ضيق",
)


def _tally(count: int | tuple[int, int | None]) -> Tally:
    low, high = count if isinstance(count, tuple) else (count, count)
    return Tally(low, high, None, "test")


def _parties(ids: tuple[str, ...]) -> tuple[Party, ...]:
    return tuple(Party(id, id, None, "test") for id in ids)


@pytest.fixture(scope="session")
def tell() -> Tell:
    """One report with one claim; by default: five killed by shelling on Sarmin on 28 September 2021."""

    def made(
        id: str,
        *,
        kind: str = "shelling",
        place: str | None = "سرمين",
        day: str | None = "2021-09-28",
        until: str | None = None,
        initiator: tuple[str, ...] = ("SYR.GOV",),
        target: tuple[str, ...] = (),
        source: tuple[str, str] | None = None,
        outlet: str | None = None,
        published: str | None = "2021-09-29",
        text: str | None = None,
        modality: str = "happened",
        polarity: str = "affirmed",
        **counts: int | tuple[int, int | None],
    ) -> Reading:
        lead = f"{kind} {place or ''} {day or ''} {counts or ''}"
        number = sum(map(ord, id))
        body = text or ". ".join((lead, *(_FILLERS[(number + at * at) % len(_FILLERS)] for at in range(3))))
        where = None
        if place is not None:
            lat, lon, radius = POINTS[place]
            where = Place(place, lat, lon, None, "SY", "town", radius, None, "test")
        start = date.fromisoformat(day) if day else None
        claim = Claim(
            f"c-{id}",
            kind,
            Span(0, len(lead) if text is None else len(body)),
            Span(0, len(kind) if text is None else 1),
            _parties(initiator),
            _parties(target),
            where,
            Period(start, date.fromisoformat(until) if until else start, "day", None, "test") if start else None,
            {name: _tally(count) for name, count in counts.items()},  # type: ignore[misc]
            modality=modality,  # type: ignore[arg-type]
            polarity=polarity,  # type: ignore[arg-type]
            attribution=(Source(source[0], source[1], None, "test"),) if source else (),  # type: ignore[arg-type]
        )
        return Reading(Report(id, body, outlet=outlet or f"outlet {id}", published=published), (claim,))

    return made
