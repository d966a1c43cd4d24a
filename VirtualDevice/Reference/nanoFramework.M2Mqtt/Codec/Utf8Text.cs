namespace nanoFramework.M2Mqtt.Codec
{
    /// <summary>Checks the text of packets: well-formed UTF-8 without U+0000 and surrogates (OASIS MQTT 3.1.1, 1.5.3).</summary>
    internal static class Utf8Text
    {
        internal static bool IsValid(byte[] buffer, int start, int count)
        {
            int end = start + count;
            int i = start;
            while (i < end)
            {
                int lead = buffer[i++];
                if (lead == 0)
                {
                    return false;
                }

                if (lead < 0x80)
                {
                    continue;
                }

                int following = lead >= 0xF0 && lead <= 0xF4 ? 3 : lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xC2 && lead < 0xE0 ? 1 : 0;
                if (following == 0 || end - i < following || !SecondByteFits(lead, buffer[i]))
                {
                    return false;
                }

                for (int k = 0; k < following; k++)
                {
                    if ((buffer[i++] & 0xC0) != 0x80)
                    {
                        return false;
                    }
                }
            }

            return true;
        }

        /// <summary>Refuses over-long forms, surrogates and code points beyond U+10FFFF (RFC 3629, 4).</summary>
        private static bool SecondByteFits(int lead, int second)
        {
            switch (lead)
            {
                case 0xE0:
                    return second >= 0xA0;
                case 0xED:
                    return second <= 0x9F;
                case 0xF0:
                    return second >= 0x90;
                case 0xF4:
                    return second <= 0x8F;
                default:
                    return true;
            }
        }
    }
}
