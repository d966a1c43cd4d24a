using System;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>
    /// Images that nanoFramework's own metadata processor (3.0.100) made from two small classes, and changed copies of them, with both
    /// check values made right again.
    /// </summary>
    public static class TestImages
    {
        private const string GreeterBase64 =
            "TkZNUksxAADUEi0Y1h/0rAAAAAAAAAAA/////wAAAAAAAAAARwABAHwAAACIAAAAsAAAALAAAADYAAAAIAEAACgBAAB4AQAAiAEAAIgBAACIAQ"
            + "AAiAEAAPQBAAAQAgAAQAIAAEACAAAAAAAAAAAAAAAAAAAAAAACAwAAANL8AAABABEACwAAANf/QP4AAAAAsf5A/gAAAABI/kD+AAAAAJz/M/4A"
            + "AAAAH/4o/gAAAAD+/wAAAAAAAP7/AQAAAAAAuf8CAAMAAAABAAMACAAAAFb+BAAMAAAAIgALAACA/////wAAAAEAEQAAAAAAAICQOwA0AAGA//"
            + "///wEAAAEBEQAAAAAAAAEQRwA0AAGA/////wMAAAIAEQAAAAAAAQEQTwAQAP//IQD+/wAAhhQAAAABAAH//wAA/v8FAIYUAAAAAQAB//8AAEz+"
            + "CgCWAAAAAAAAAf//AQD+/xsAhhQAAAACAAL//xIAVQAlAIYAAAAPAQAC//8WAAQAAAAAAAEABAADAAAAAQAAV3JpdGVMaW5lAE1pY3Jvc29mdC"
            + "5Db2RlQW5hbHlzaXMARW1iZWRkZWRBdHRyaWJ1dGUAU2FtcGxlAEFwcGxpY2F0aW9uAEdyZWV0ZXIAX25hbWUAR3JlZXQASGVsbG8sIABkZXZp"
            + "Y2UAAAAgAAAAAg8PDwABAA8AAQAHBg8gAQAPIAAPAAAAAigAgCoCKAGAKnJjAHMDACgEACgDgBcoBIAqAigBgAIDfQAAKnJbAAJ7AAAoAoAq";

        private const string CounterBase64 =
            "TkZNUksxAADZq22vEyS5awAAAAAAAAAA/////wAAAAAAAAAAbAABAHwAAACgAAAA0AAAANAAAAAIAQAAOAEAADgBAABoAQAAeAEAAHgBAAB4AQ"
            + "AAeAEAAPQBAAAUAgAAUAIAAFACAAAAAAAAAAAAAAAAAAAAAAACAgMAANL8AAABABEACwAAAAEAAAABAAUASwAAACIAAAABAAMAKgAAANf/QP4A"
            + "AAAAsf5A/gAAAAAd/z/+AQAAAIv/Kf4CAAAAyP9A/gAAAADK/0D+AAAAAP7/AAAAAAAA/v8CAAAAAAAb/QMAAwAAAFH/AwAHAAAAtPwCAAwAAA"
            + "CV/QIAEQAAAP7/AQAAAAAAUwA8AACA/////wAAAAEAEQAAAAAAAICQbABlAAGA/////wEAAAEBEQAAAAAAAAEQ/v8AAIYUAAAAAQAB//8AAP7/"
            + "BQCGFAAAAAEAAf//AAB0AAoAlgAAAAcBBAMYABQABAAAAAAAAQAEAAIAAAABAABuYW5vRnJhbWV3b3JrLlN5c3RlbS5Db2xsZWN0aW9ucwBuYW"
            + "5vRnJhbWV3b3JrLlN5c3RlbS5UZXh0AE1pY3Jvc29mdC5Db2RlQW5hbHlzaXMARW1iZWRkZWRBdHRyaWJ1dGUAU2FtcGxlAENvdW50ZXIAQ291"
            + "bnQAAAAgAAAAABENIAETAw8gAgAQECAABwABBw8RCRMDBwMAAAIoAIAqAigGgCpzAYAKKAKAAm8DgAsWDCsUBwiRDQYJjARAF4wFQG8EgAgXWA"
            + "wIB45pMuYGbwWAKgAAAA==";

        /// <summary>Assembly Greeter 0.0.0.0; refers to mscorlib.</summary>
        public static byte[] Greeter
        {
            get { return Convert.FromBase64String(GreeterBase64); }
        }

        /// <summary>Assembly Counter 0.0.0.0; refers to mscorlib and two more.</summary>
        public static byte[] Counter
        {
            get { return Convert.FromBase64String(CounterBase64); }
        }

        /// <summary>What a manifest says of the first.</summary>
        public static ManifestImage OfGreeter
        {
            get { return Image("Greeter", 576, new AssemblyReference("mscorlib", 1, 17)); }
        }

        /// <summary>What a manifest says of the second.</summary>
        public static ManifestImage OfCounter
        {
            get
            {
                return Image(
                    "Counter",
                    592,
                    new AssemblyReference("mscorlib", 1, 17),
                    new AssemblyReference("nanoFramework.System.Collections", 1, 5),
                    new AssemblyReference("nanoFramework.System.Text", 1, 3));
            }
        }

        /// <summary>Changes bytes: <c>8:EA 24:10</c>, places in decimal, values in hex.</summary>
        public static byte[] Patch(byte[] image, string changes)
        {
            foreach (var change in changes.Split(' '))
            {
                var colon = change.IndexOf(':');
                image[int.Parse(change.Substring(0, colon))] = Convert.ToByte(change.Substring(colon + 1), 16);
            }

            return image;
        }

        /// <summary>Makes both check values right again.</summary>
        public static byte[] Seal(byte[] image)
        {
            TestBytes.Put32(image, 12, PeCrc32.Append(0, image, 124, image.Length - 124));
            TestBytes.Put32(image, 8, 0);
            TestBytes.Put32(image, 8, PeCrc32.Append(0, image, 0, 124));
            return image;
        }

        private static ManifestImage Image(string name, int size, params AssemblyReference[] references)
        {
            var image = TestManifest.Image(name, size, references);
            image.Version = new PeVersion(0, 0, 0, 0);
            return image;
        }
    }
}
