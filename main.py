"""Start PressDesk from a checkout: `python main.py …` is `pressdesk …`."""

from pressdesk.app import main

if __name__ == "__main__":
    main()
