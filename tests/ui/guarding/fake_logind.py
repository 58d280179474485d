"""A logind on a private bus, for `test_desk_bus`: run with the address of the bus.

It prints one line for each thing that happens, and does what a line on its standard input says:
`sleep` announces sleep and waits for the promise to be given back, `wake` and `lock` tell theirs.
"""

import os
import sys
import threading

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

AT = "/org/freedesktop/login1"
MANAGER = DBusAddress(AT, interface="org.freedesktop.login1.Manager")
SESSION = DBusAddress(f"{AT}/session/_32", interface="org.freedesktop.login1.Session")


def say(words):
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def obey(bus, promises):
    for order in sys.stdin:
        if order.strip() == "sleep":
            bus.send(new_signal(MANAGER, "PrepareForSleep", "b", (True,)))
            os.read(promises[-1], 1)  # ends when the last holder closes its end
            say("asleep")
        elif order.strip() == "wake":
            bus.send(new_signal(MANAGER, "PrepareForSleep", "b", (False,)))
        elif order.strip() == "lock":
            bus.send(new_signal(SESSION, "Lock"))


def answer(bus, call, promises):
    member = call.header.fields[HeaderFields.member]
    if member == "Inhibit":
        reading, writing = os.pipe()
        promises.append(reading)
        bus.send(new_method_return(call, "h", (writing,)))
        os.close(writing)
        say("Inhibit " + " ".join(call.body))
    elif member == "GetSessionByPID":
        path = f"{AT}/session/_32"
        bus.send(new_method_return(call, "o", (path,)))
        say(member)
    else:
        bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))


def main():
    bus = open_dbus_connection(sys.argv[1], enable_fds=True)
    bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
    say("there")
    promises = []
    threading.Thread(target=obey, args=(bus, promises), daemon=True).start()
    while True:
        call = bus.receive()
        if call.header.message_type == MessageType.method_call:
            answer(bus, call, promises)


if __name__ == "__main__":
    main()
