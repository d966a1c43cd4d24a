using System;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;

namespace MqttPackets
{
    internal static class Checks
    {
        private static readonly MqttProtocolVersion[] s_versions =
        {
            MqttProtocolVersion.Version_3_1_1,
            MqttProtocolVersion.Version_5
        };

        /// <summary>What is written is read, and written again as the same bytes.</summary>
        internal static void RoundTrips()
        {
            ForEach((packet, version) =>
            {
                MqttMsgBase message = Wire.Parse(packet, packet.Length, version, out int left);
                Expect.Equal(0, left, "bytes left over");
                Expect.Equal(Expect.Hex(packet), Expect.Hex(message.GetBytes(version)), "bytes");
            });
        }

        /// <summary>However a packet is cut off, it is refused and nothing else happens.</summary>
        internal static void Truncations()
        {
            ForEach((packet, version) =>
            {
                for (int length = 1; length < packet.Length; length++)
                {
                    Expect.True(IsRefused(packet, length, version), "cut at " + length + ": " + Expect.Hex(packet));
                }
            });
        }

        /// <summary>A packet that is shorter than the fields that it announces is refused too.</summary>
        internal static void ShortenedBodies()
        {
            ForEach((packet, version) =>
            {
                for (int length = 2; length < packet.Length; length++)
                {
                    byte[] cut = new byte[length];
                    Array.Copy(packet, 0, cut, 0, length);
                    if (packet[1] < 0x80)
                    {
                        cut[1] = (byte)(length - 2);
                    }

                    IsRefused(cut, length, version);
                }
            });
        }

        /// <summary>Whatever single byte is wrong, the packet is read or refused, and no other exception gets out.</summary>
        internal static void SingleByteCorruptions()
        {
            ForEach((packet, version) =>
            {
                for (int i = 0; i < packet.Length; i++)
                {
                    byte right = packet[i];
                    for (int wrong = 0; wrong < 256; wrong++)
                    {
                        packet[i] = (byte)wrong;
                        IsRefused(packet, packet.Length, version);
                    }

                    packet[i] = right;
                }
            });
        }

        internal static void RemainingLengthOfFiveBytesIsRefused()
        {
            Expect.True(IsRefused(new byte[] { 0xD0, 0x80, 0x80, 0x80, 0x80, 0x00 }, 6, MqttProtocolVersion.Version_3_1_1), "five bytes");
        }

        internal static void PacketBeyondTheLimitIsRefusedBeforeItIsAllocated()
        {
            Expect.True(IsRefused(new byte[] { 0x30, 0xFF, 0xFF, 0xFF, 0x7F }, 5, MqttProtocolVersion.Version_3_1_1), "268435455 bytes");
        }

        internal static void TextThatIsNoUtf8IsRefused()
        {
            string[] wrong = { "00", "80", "C080", "EDA080", "F4908080", "E282", "FF" };
            for (int i = 0; i < wrong.Length; i++)
            {
                byte[] text = Expect.Bytes(wrong[i]);
                byte[] packet = new byte[4 + text.Length];
                packet[0] = 0x30;
                packet[1] = (byte)(2 + text.Length);
                packet[3] = (byte)text.Length;
                Array.Copy(text, 0, packet, 4, text.Length);
                Expect.True(IsRefused(packet, packet.Length, MqttProtocolVersion.Version_3_1_1), wrong[i]);
            }
        }

        internal static void ConnectIsAsInTheStandard()
        {
            MqttMsgConnect connect = new MqttMsgConnect("a", "u", "p", true, MqttQoSLevel.AtLeastOnce, true, "t", "m", true, 10, MqttProtocolVersion.Version_3_1_1);
            Expect.Equal("101900044D51545404EE000A000161000174" + "00016D000175000170", Expect.Hex(connect.GetBytes(MqttProtocolVersion.Version_3_1_1)), "CONNECT");
        }

        internal static void RemainingLengthsAreAsInTheStandard()
        {
            int[] payloads = { 124, 125, 16380, 16381, 2097148, 2097149 };
            string[] headers = { "307F", "308001", "30FF7F", "30808001", "30FFFF7F", "3080808001" };
            for (int i = 0; i < payloads.Length; i++)
            {
                byte[] packet = new MqttMsgPublish("t", new byte[payloads[i]]).GetBytes(MqttProtocolVersion.Version_3_1_1);
                byte[] header = new byte[headers[i].Length / 2];
                Array.Copy(packet, 0, header, 0, header.Length);
                Expect.Equal(headers[i], Expect.Hex(header), payloads[i].ToString());
            }
        }

        internal static void LongPropertiesAreReadBack()
        {
            MqttMsgPublish publish = new MqttMsgPublish("t", new byte[] { 1 });
            string text = new string('x', 40000);
            publish.UserProperties.Add(new UserProperty(text, text));
            MqttMsgPublish read = (MqttMsgPublish)Wire.Parse(publish.GetBytes(MqttProtocolVersion.Version_5), MqttProtocolVersion.Version_5);
            Expect.Equal(text, ((UserProperty)read.UserProperties[0]).Value, "value");
            Expect.Equal(1, read.Message.Length, "payload");
        }

        internal static void WhatCannotBeSentIsRefused()
        {
            Refuses(MqttClientErrorCode.TopicWildcard, new MqttMsgPublish("a/#", null));
            Refuses(MqttClientErrorCode.TopicWildcard, new MqttMsgPublish("a/+/b", null));
            Refuses(MqttClientErrorCode.TopicLength, new MqttMsgPublish(string.Empty, null));
            Refuses(MqttClientErrorCode.TopicLength, new MqttMsgPublish(new string('x', 65536), null));
            Refuses(MqttClientErrorCode.QosNotAllowed, new MqttMsgPublish("a", null, false, (MqttQoSLevel)3, false));
            Refuses(MqttClientErrorCode.WrongMessageId, new MqttMsgPublish("a", null, false, MqttQoSLevel.AtLeastOnce, false));
            Refuses(MqttClientErrorCode.TopicsEmpty, new MqttMsgSubscribe(new string[0], new MqttQoSLevel[0]) { MessageId = 1 });
            Refuses(MqttClientErrorCode.QosLevelsEmpty, new MqttMsgSubscribe(new[] { "a" }, new MqttQoSLevel[0]) { MessageId = 1 });
            Refuses(MqttClientErrorCode.TopicsQosLevelsNotMatch, new MqttMsgSubscribe(new[] { "a", "b" }, new[] { MqttQoSLevel.AtMostOnce }) { MessageId = 1 });
            Refuses(MqttClientErrorCode.TopicsEmpty, new MqttMsgUnsubscribe(null) { MessageId = 1 });
            Refuses(MqttClientErrorCode.WillWrong, Will(true, "t", string.Empty, MqttQoSLevel.AtMostOnce, false));
            Refuses(MqttClientErrorCode.WillWrong, Will(true, null, "m", MqttQoSLevel.AtMostOnce, false));
            Refuses(MqttClientErrorCode.WillWrong, Will(true, "t", "m", (MqttQoSLevel)3, false));
            Refuses(MqttClientErrorCode.WillWrong, Will(false, null, null, MqttQoSLevel.AtMostOnce, true));
        }

        private static MqttMsgConnect Will(bool flag, string topic, string message, MqttQoSLevel qos, bool retain)
        {
            return new MqttMsgConnect("c", null, null, retain, qos, flag, topic, message, true, 60, MqttProtocolVersion.Version_3_1_1);
        }

        private static void Refuses(MqttClientErrorCode code, MqttMsgBase message)
        {
            try
            {
                message.GetBytes(MqttProtocolVersion.Version_3_1_1);
            }
            catch (MqttClientException e)
            {
                Expect.Equal((int)code, (int)e.ErrorCode, "error code");
                return;
            }

            throw new Exception("not refused: " + (int)code);
        }

        private static bool IsRefused(byte[] packet, int length, MqttProtocolVersion version)
        {
            try
            {
                Wire.Parse(packet, length, version, out int left);
                return false;
            }
            catch (MqttClientException)
            {
                return true;
            }
            catch (MqttCommunicationException)
            {
                return true;
            }
            catch (NotSupportedException) when (version != MqttProtocolVersion.Version_5)
            {
                return true;
            }
        }

        private static void ForEach(PacketCheck check)
        {
            for (int v = 0; v < s_versions.Length; v++)
            {
                MqttMsgBase[] samples = Samples.All();
                for (int i = 0; i < samples.Length; i++)
                {
                    if (samples[i].Type == MqttMessageType.Authentication && s_versions[v] != MqttProtocolVersion.Version_5)
                    {
                        continue;
                    }

                    if (samples[i] is MqttMsgConnect connect)
                    {
                        connect.ProtocolVersion = s_versions[v];
                    }

                    check(samples[i].GetBytes(s_versions[v]), s_versions[v]);
                }
            }
        }

        private delegate void PacketCheck(byte[] packet, MqttProtocolVersion version);
    }
}
