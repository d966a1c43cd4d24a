using System;
using nanoFramework.TestFramework;

namespace SecureEsp.DeviceApp.Provisioning.Tests
{
    /// <summary>RFC 2131, sections 4.3.1 and 4.3.2.</summary>
    [TestClass]
    public class DhcpResponderTests
    {
        private const byte Discover = 1;
        private const byte Offer = 2;
        private const byte Request = 3;
        private const byte Acknowledge = 5;
        private const byte Refuse = 6;
        private const int LastOctet = 19;
        private const int Type = 242;

        private static readonly byte[] Own = { 192, 168, 4, 1 };

        [TestMethod]
        public void A_station_is_offered_an_address_and_gets_it()
        {
            var responder = new DhcpResponder(Own);
            var message = Message(7, Discover);
            Assert.IsTrue(responder.Answer(message, message.Length) > 240);
            Assert.IsTrue(message[0] == 2 && message[Type] == Offer && message[16] == 192 && message[LastOctet] == 2);

            message = Message(7, Request, 50, 4, 192, 168, 4, 2, 54, 4, 192, 168, 4, 1);
            responder.Answer(message, message.Length);
            Assert.IsTrue(message[Type] == Acknowledge && message[LastOctet] == 2);
        }

        [TestMethod]
        public void A_station_keeps_its_address_and_the_oldest_gives_way_to_a_fifth()
        {
            var responder = new DhcpResponder(Own);
            for (byte station = 1; station <= 4; station++)
            {
                Assert.AreEqual(station + 1, Asked(responder, station));
            }

            Assert.AreEqual(2, Asked(responder, 1));
            Assert.AreEqual(3, Asked(responder, 5));
            Assert.AreEqual(2, Asked(responder, 1));
        }

        [TestMethod]
        public void An_address_of_another_network_or_station_is_refused()
        {
            var responder = new DhcpResponder(Own);
            var message = Message(1, Request, 50, 4, 192, 168, 1, 2);
            responder.Answer(message, message.Length);
            Assert.IsTrue(message[Type] == Refuse && message[LastOctet] == 0);
            message = Message(1, Request, 50, 4, 192, 168, 4, 3);
            responder.Answer(message, message.Length);
            Assert.IsTrue(message[Type] == Refuse);
        }

        [TestMethod]
        public void What_is_meant_for_another_server_or_is_no_request_gets_no_answer()
        {
            var responder = new DhcpResponder(Own);
            Assert.AreEqual(0, Length(responder, Message(1, Request, 54, 4, 192, 168, 4, 9, 50, 4, 192, 168, 4, 2)));
            Assert.AreEqual(0, Length(responder, Message(1, 8)));
            var message = Message(1, Discover);
            message[0] = 2;
            Assert.AreEqual(0, Length(responder, message));
            message = Message(1, Discover);
            message[239] = 0;
            Assert.AreEqual(0, Length(responder, message));
        }

        [DataRow(1, 6)]
        [DataRow(2, 16)]
        [DataRow(236, 0x62)]
        [DataRow(237, 0x83)]
        [DataRow(238, 0x52)]
        [DataRow(239, 0x62)]
        [DataRow(240, 12)]
        [DataRow(240, 255)]
        [DataRow(241, 2)]
        public void What_is_no_message_of_DHCP_on_Ethernet_gets_no_answer(int at, int value)
        {
            var responder = new DhcpResponder(Own);
            var message = Message(1, Discover, 53, 1, Discover);
            message[at] = (byte)value;
            message[243] = value == 12 ? (byte)255 : message[243];
            Assert.AreEqual(0, Length(responder, message));
        }

        [TestMethod]
        public void A_lease_is_renewed_by_the_address_in_use()
        {
            var responder = new DhcpResponder(Own);
            var message = Message(1, Request);
            Array.Copy(new byte[] { 192, 168, 4, 2 }, 0, message, 12, 4);
            responder.Answer(message, message.Length);
            Assert.IsTrue(message[Type] == Acknowledge && message[LastOctet] == 2);
            message = Message(1, Request);
            Array.Copy(new byte[] { 192, 168, 4, 3 }, 0, message, 12, 4);
            responder.Answer(message, message.Length);
            Assert.AreEqual(Refuse, message[Type]);
        }

        [TestMethod]
        public void Fill_is_skipped_and_what_is_cut_off_or_behind_the_end_is_not_there()
        {
            var responder = new DhcpResponder(Own);
            var message = Message(1, Request, 0, 50, 4, 192, 168, 4, 2);
            Assert.IsTrue(responder.Answer(message, message.Length) > 0);
            Assert.AreEqual(Acknowledge, message[Type]);
            message = Message(1, Request, 50, 4, 192, 168, 4, 2);
            Assert.IsTrue(responder.Answer(message, 248) > 0);
            Assert.AreEqual(Refuse, message[Type]);
            message = Message(1, Request, 255, 50, 4, 192, 168, 4, 2);
            responder.Answer(message, message.Length);
            Assert.AreEqual(Refuse, message[Type]);
            message = Message(1, Request, 50, 3, 192, 168, 4, 2);
            responder.Answer(message, message.Length);
            Assert.AreEqual(Refuse, message[Type]);
        }

        [TestMethod]
        public void No_message_however_cut_or_bent_breaks_it()
        {
            var responder = new DhcpResponder(Own);
            var random = new Random();
            for (var i = 0; i < 2000; i++)
            {
                var message = Message((byte)random.Next(256), Discover, 50, 4, 1, 2, 3, 4, 54, 4, 5, 6, 7, 8);
                for (var k = random.Next(6); k > 0; k--)
                {
                    message[236 + random.Next(message.Length - 236)] = (byte)random.Next(256);
                }

                var length = responder.Answer(message, random.Next(300));
                Assert.IsTrue(length >= 0 && length <= DhcpResponder.MaxBytes);
            }
        }

        private static int Asked(DhcpResponder responder, byte station)
        {
            var message = Message(station, Discover);
            responder.Answer(message, message.Length);
            return message[LastOctet];
        }

        private static int Length(DhcpResponder responder, byte[] message)
        {
            return responder.Answer(message, message.Length);
        }

        private static byte[] Message(byte station, byte type, params byte[] options)
        {
            var message = new byte[DhcpResponder.MaxBytes];
            message[0] = message[1] = 1;
            message[2] = 6;
            message[33] = station;
            Array.Copy(new byte[] { 0x63, 0x82, 0x53, 0x63, 53, 1, type }, 0, message, 236, 7);
            Array.Copy(options, 0, message, 243, options.Length);
            message[243 + options.Length] = 255;
            return message;
        }
    }
}
