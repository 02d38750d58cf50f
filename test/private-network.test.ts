import { describe, expect, it } from "vitest";
import { isNeverReached, isPrivateAddress, isPrivateHost } from "../adapters/private-network.ts";

describe("an address", () => {
  it.each([
    ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.9.9.9", "169.254.169.254"],
    ...["172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255"],
    ...["::", "::1", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "::127.0.0.1"],
    ...[
      "fc00::1",
      "fd12::1",
      "fe80::1",
      "fe80::1%eth0",
      "fec0::1",
      "ff02::1",
      "2001:db8::1",
      "2002:7f00:1::",
      "2001::1",
    ],
    ...["64:ff9b:1::1", "100::1", "3fff::1", "not an address", ""],
  ])("is private: %s", (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    ...["1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1"],
    ...["169.253.1.1", "192.167.1.1", "223.255.255.255", "2606:4700::1111", "2a00::1", "::ffff:1.1.1.1"],
    ...["64:ff9b::1.1.1.1", "2001:4860:4860::8888"],
  ])("is public: %s", (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

describe("a host of a web address", () => {
  it.each([
    ...["http://localhost/", "http://LOCALHOST./", "http://a.localhost/", "http://printer.local/", "http://intranet/"],
    ...["http://x.internal/", "http://router.home.arpa/", "http://127.1/", "http://2130706433/", "http://0x7f.0.0.1/"],
    ...["http://017700000001/", "http://[::1]/", "http://[::ffff:169.254.169.254]/", "http://[fe80::1]/", "http://0/"],
  ])("is private however it is written: %s", (url) => {
    expect(isPrivateHost(new URL(url).hostname)).toBe(true);
  });

  it.each(["https://example.org/", "https://1.1.1.1/", "https://localhost.example.org/", "https://[2606:4700::1111]/"])(
    "is public: %s",
    (url) => {
      expect(isPrivateHost(new URL(url).hostname)).toBe(false);
    },
  );
});

describe("where private networks are allowed", () => {
  it.each([
    ...["169.254.169.254", "[::ffff:169.254.169.254]", "100.100.100.200", "0.0.0.0", "239.1.1.1"],
    ...["[fe80::1]", "fe80::1%eth0", "[fd00:ec2::254]", "[ff02::1]", "[::]"],
  ])("nothing goes to %s nevertheless", (host) => expect(isNeverReached(host)).toBe(true));

  it.each(["127.0.0.1", "10.0.0.7", "192.168.1.1", "100.64.0.1", "[::1]", "[fd12::1]", "hooks.internal"])(
    "a house's own %s is reached",
    (host) => expect(isNeverReached(host)).toBe(false),
  );
});
