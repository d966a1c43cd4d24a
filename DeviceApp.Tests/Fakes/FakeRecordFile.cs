using System;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    /// <summary>A record file in memory.</summary>
    public sealed class FakeRecordFile : IRecordFile
    {
        /// <summary>What it holds; null where it is not there.</summary>
        public byte[] Content;

        /// <summary>How often it was written.</summary>
        public int Writes;

        /// <summary>Whether it can neither be read nor written.</summary>
        public bool Broken;

        /// <summary>Whether the last byte of what is written gets lost.</summary>
        public bool LosesLast;

        public FakeRecordFile(string path)
        {
            Path = path;
        }

        public string Path { get; }

        public byte[] Read()
        {
            if (Broken)
            {
                throw new Exception("flash error");
            }

            return Content;
        }

        public void Write(byte[] content)
        {
            if (Broken)
            {
                throw new Exception("flash error");
            }

            Writes++;
            Content = new byte[LosesLast ? content.Length - 1 : content.Length];
            Array.Copy(content, Content, Content.Length);
        }
    }
}
