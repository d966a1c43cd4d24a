using System.Runtime.CompilerServices;

namespace System.IO
{
    /// <summary>A drive. What is free on it, nobody can tell.</summary>
    public sealed class DriveInfo
    {
#pragma warning disable CS0649 // Set by the native side.
        private DriveType _driveType;
        private string _name;
        private long _totalSize;
        internal uint _volumeIndex;
#pragma warning restore CS0649

        /// <summary>A drive by its name, "I:\" for example.</summary>
        /// <exception cref="IOException">VolumeNotFound.</exception>
        public DriveInfo(string driveName)
        {
            _name = driveName;
            DriveInfoNative(driveName);
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal extern DriveInfo(uint volumeIndex);

        /// <summary>What the drive is.</summary>
        public DriveType DriveType
        {
            get => _driveType;
            set => _driveType = value;
        }

        /// <summary>The name, "I:\" for example.</summary>
        public string Name
        {
            get => _name;
            set => _name = value;
        }

        /// <summary>Size in bytes; -1 for the drive I: of an ESP32, whose driver does not tell.</summary>
        public long TotalSize
        {
            get => _totalSize;
            set => _totalSize = value;
        }

        /// <summary>All drives.</summary>
        public static DriveInfo[] GetDrives() => GetDrivesNative();

        /// <summary>File systems that <see cref="Format"/> knows.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern string[] GetFileSystems();

        /// <summary>Mounts cards and sticks.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern void MountRemovableVolumes();

        /// <summary>Formats the drive.</summary>
        /// <exception cref="NotSupportedException">The device's own drive cannot be formatted from firmware.</exception>
        public void Format(string fileSystem, uint parameter)
        {
            if (OpenFiles.IsInDirectory(OpenFiles.CurrentDirectory, Name))
            {
                OpenFiles.SetCurrentDirectory(NativeIO.Root);
            }

            OpenFiles.CloseAll(Name);
            string record = OpenFiles.LockDirectory(Name);
            try
            {
                NativeIO.Format(Name, fileSystem, parameter);
                Refresh();
            }
            finally
            {
                OpenFiles.UnlockDirectory(record);
            }
        }

        /// <summary>Reads type and size anew.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern void Refresh();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void DriveInfoNative(string driveName);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern DriveInfo[] GetDrivesNative();
    }
}
