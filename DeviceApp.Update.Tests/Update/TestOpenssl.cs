using System;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>
    /// Heads of bundles that a program of another hand wrote after the format's description alone (CBOR, CRC-32, HMAC and layout in Python), signed
    /// by <c>openssl dgst -sha256 -sign</c>. The keys are lost.
    /// </summary>
    public static class TestOpenssl
    {
        private const string KeySetBase64 =
            "pAEBAgEDAQSBWEEEzN1Xb7gD1pgPVIyU87GxiEl0jddBeRDyO3lk5en9trYagxqj9Vry7ZP8WrifTyFrf0mESU0FTYLqC4U4wwEzPw==";

        private const string HeadBase64 =
            "U0VCVU5ETDEAAAAAvgAAAFQAAABZp+t/qwEBAmdncmVldGVyA2hFU1AzMl9TMwQHBYMBAgMGgwEAAAcacT+zAAiBpgFnR3JlZXRlcgKEAAAAAA"
            + "MZAkAEAQWBg2htc2NvcmxpYgERBlggHrxdX0VGTyNVObcbXOvTO043JmaZ000EMiZpEEamzc0JowEZAkACGRAAA4FYIHl5hZFvfo6cY3kx3Q9V"
            + "7eFYWUckMIQFWoRhoUVmEXFyC4FIG/MRE1f/0lMMclNhbXBsZS5BcHBsaWNhdGlvboGCSBvzERNX/9JTWEcwRQIgPebV9hF1wQAOpDzt8ZG7h6"
            + "zB5zFJ3B9J3CyXv5Vp1P8CIQDuoiZtll1WIsyghy297IBkZnpdeby9NB48AtFDQ2jQLg==";

        private const string RotatedHeadBase64 =
            "U0VCVU5ETDH2AAAAvgAAAFQAAACt7FvUgYJYTKQBAQICAwEEgVhBBMH63ieLsaFXNaBuYOLwzW/DocKaUZdt/1Mgo793b+bcMzg/tFbA+AvYA9"
            + "zko4CvfkZDVC8yic9THWrh1/n3HSyCgkgb8xETV//SU1hGMEQCIBdyGDRzgolYdqzmonvMN90DvZAQJ1hYqywXiPwL5Ij5AiBGVIA49n1YI34g"
            + "Tgi9+dahQyQcc61o84v9+3px+d74iYJITd8V4WvuwBVYRzBFAiA2DvY2imj7GZY0IDGeMayUuxY9uZyIuT6eZ8bHWxq+iAIhAPvdACBsqrO2q8"
            + "mU/THP7gLrkY3JanRZNB/yEie0tN49qwEBAmdncmVldGVyA2hFU1AzMl9TMwQHBYMBAgMGgwEAAAcacT+zAAiBpgFnR3JlZXRlcgKEAAAAAAMZ"
            + "AkAEAQWBg2htc2NvcmxpYgERBlggHrxdX0VGTyNVObcbXOvTO043JmaZ000EMiZpEEamzc0JowEZAkACGRAAA4FYIHl5hZFvfo6cY3kx3Q9V7e"
            + "FYWUckMIQFWoRhoUVmEXFyC4FITd8V4WvuwBUMclNhbXBsZS5BcHBsaWNhdGlvboGCSE3fFeFr7sAVWEcwRQIgdXV8xHAVaYT0pcDZjlD1kzWq"
            + "ef1gbYpN4J4ajbWuvQwCIQD49gqBOJDcL1KgVBW7811khzI5AbKH8QIer6UKlsQ/jw==";

        /// <summary>Key set of version 1, one key.</summary>
        public static byte[] KeySet
        {
            get { return Convert.FromBase64String(KeySetBase64); }
        }

        /// <summary>A head signed by that key, for product greeter, version 1.2.3, with the sample image Greeter.</summary>
        public static byte[] Head
        {
            get { return Convert.FromBase64String(HeadBase64); }
        }

        /// <summary>The same signed by the key of version 2, with the key chain to it.</summary>
        public static byte[] RotatedHead
        {
            get { return Convert.FromBase64String(RotatedHeadBase64); }
        }
    }
}
