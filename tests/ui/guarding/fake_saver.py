"""A screen saver on a private bus, for `test_desk_bus`: address, interface, path, then says it.

It tells that the screen is free, and then that it is covered.
"""

import sys

from jeepney import DBusAddress, new_signal
from jeepney.io.blocking import open_dbus_connection

ADDRESS, INTERFACE, PATH = sys.argv[1:]

with open_dbus_connection(ADDRESS) as screen:
    for covers in (False, True):
        saver = DBusAddress(PATH, interface=INTERFACE)
        screen.send(new_signal(saver, "ActiveChanged", "b", (covers,)))
