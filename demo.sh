#!/usr/bin/env bash
# Shows what this is for, in acts: PKI, HTTPS endpoint, mosquitto, and a virtual ESP32-S3 that boots the firmware, gets 200 OK
# over mutual TLS 1.3 and talks over MQTTS; then a signed update over the air, and one that fails; then a
# device that opens a network of its own and is told its network by a browser. Installs what it needs, where it can.
# usage: ./demo.sh [options of `secureesp demo`]      exit: 0 shown, 1 failed, 2 wrong usage, 3 something needed is missing
set -u
cd "$(dirname "$0")" || exit 1
. ./scripts/prerequisites.sh

need_dotnet
need_program mosquitto mosquitto /usr/sbin
need_program mosquitto_pub mosquitto-clients
want_program "the act with a browser is left out" curl curl
want_program "the act with a browser is left out" certutil libnss3-tools
want_program "the act with a browser is left out" chromium chromium

echo "building"
dotnet build ServerHarness -c Release --nologo -v quiet || exit 1
exec dotnet ServerHarness/bin/Release/net10.0/secureesp.dll demo "$@"
