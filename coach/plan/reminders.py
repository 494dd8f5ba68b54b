"""A daily reminder as the text of a unit for the candidate to install; nothing is installed by itself."""

import shlex
from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

KINDS: Final = ("cron", "systemd", "launchd", "schtasks")
_CRON: Final = ("1", "2", "3", "4", "5", "6", "0")
_SYSTEMD: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WINDOWS: Final = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_MESSAGE: Final = "Time to prepare: coach"


def reminder(kind: str, at: str, weekdays: Sequence[int], command: Sequence[str]) -> str:
    """The unit for one of KINDS at `HH:MM` on the weekdays (Monday is 0); `command` prints the day."""
    hour, minute = (int(part) for part in at.split(":"))
    days = list(weekdays) or list(range(7))
    if kind == "cron":
        return _cron(hour, minute, days, command)
    if kind == "systemd":
        return _systemd(hour, minute, days, command)
    return _launchd(hour, minute, days) if kind == "launchd" else _schtasks(hour, minute, days)


def _cron(hour: int, minute: int, days: Sequence[int], command: Sequence[str]) -> str:
    names = "*" if len(days) == 7 else ",".join(_CRON[day] for day in days)
    shell = f'{_shell(command)} | notify-send --app-name=coach {shlex.quote(_MESSAGE)} "$(cat)"'
    return (
        "# Add this line with: crontab -e   (notify-send needs a desktop; without the part after | it is a mail)\n"
        f"{minute} {hour} * * {names} {shell.replace('%', chr(92) + '%')}\n"
    )


def _systemd(hour: int, minute: int, days: Sequence[int], command: Sequence[str]) -> str:
    names = "" if len(days) == 7 else ",".join(_SYSTEMD[day] for day in days) + " "
    shell = f'notify-send --app-name=coach {shlex.quote(_MESSAGE)} "$({_shell(command)})"'
    inner = shell.replace("\\", "\\\\").replace("%", "%%").replace("$", "$$").replace("'", "\\'")
    return (
        "# ~/.config/systemd/user/coach-reminder.service\n"
        "[Unit]\nDescription=Interview preparation reminder\n\n"
        f"[Service]\nType=oneshot\nExecStart=/bin/sh -c '{inner}'\n\n"
        "# ~/.config/systemd/user/coach-reminder.timer\n"
        "[Unit]\nDescription=Interview preparation reminder\n\n"
        f"[Timer]\nOnCalendar={names}*-*-* {hour:02}:{minute:02}:00\nPersistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n\n"
        "# Then: systemctl --user daemon-reload && systemctl --user enable --now coach-reminder.timer\n"
    )


def _launchd(hour: int, minute: int, days: Sequence[int]) -> str:
    times = "\n".join(
        f"    <dict><key>Weekday</key><integer>{(day + 1) % 7}</integer>"
        f"<key>Hour</key><integer>{hour}</integer><key>Minute</key><integer>{minute}</integer></dict>"
        for day in days
    )
    script = escape(f'display notification "{_MESSAGE}" with title "coach"')
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n'
        "<!-- ~/Library/LaunchAgents/coach.reminder.plist; then: launchctl load it -->\n"
        '<plist version="1.0">\n<dict>\n  <key>Label</key><string>coach.reminder</string>\n'
        "  <key>ProgramArguments</key>\n  <array><string>/usr/bin/osascript</string><string>-e</string>"
        f"<string>{script}</string></array>\n"
        f"  <key>StartCalendarInterval</key>\n  <array>\n{times}\n  </array>\n</dict>\n</plist>\n"
    )


def _schtasks(hour: int, minute: int, days: Sequence[int]) -> str:
    names = ",".join(_WINDOWS[day] for day in days)
    return (
        f'schtasks /Create /TN "coach reminder" /SC WEEKLY /D {names} /ST {hour:02}:{minute:02} '
        f'/TR "msg * {_MESSAGE}"\n'
    )


def _shell(command: Sequence[str]) -> str:
    return " ".join(shlex.quote(word) for word in command)
