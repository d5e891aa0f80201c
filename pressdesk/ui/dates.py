"""Days and hours as the window tells them, in its language."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def told_day(day: dt.date) -> str:
    """Give a day in short: ``5 Mar 2026``."""
    # the letters are those of QLocale.toString
    return _told(day, QCoreApplication.translate("Dates", "d MMM yyyy"))


def told_weekday(day: dt.date) -> str:
    """Give a day with that of the week: ``Thu 5 Mar 2026``."""
    return _told(day, QCoreApplication.translate("Dates", "ddd d MMM yyyy"))


def told_moment(moment: dt.datetime) -> str:
    """Give day and time as they are in the moment's own zone: ``5 Mar 2026, 14:00``."""
    words = QCoreApplication.translate("Dates", "{day}, {time}")
    return words.replace("{day}", told_day(moment)).replace("{time}", f"{moment:%H:%M}")


def _told(day: dt.date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
