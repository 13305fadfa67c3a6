import socket

import pytest


def test_a_name_of_another_machine_is_not_looked_up() -> None:
    with pytest.raises(AssertionError, match="tried to reach"):
        socket.getaddrinfo("example.org", 443)


@pytest.mark.parametrize("connect", ["connect", "connect_ex"])
def test_another_machine_is_not_connected_to(connect: str) -> None:
    with socket.socket() as own, pytest.raises(Exception, match=r"example|192"):
        getattr(own, connect)(("192.0.2.1", 9))


def test_no_packet_goes_to_another_machine() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as own, pytest.raises(AssertionError, match="tried to reach"):
        own.sendto(b"x", ("192.0.2.1", 9))


def test_the_own_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as own:
        assert own.getpeername() == server.getsockname()
