"""Start PressDesk from a checkout: `python main.py …` is `pressdesk …`."""

from pressdesk.cli import main

if __name__ == "__main__":
    main()
