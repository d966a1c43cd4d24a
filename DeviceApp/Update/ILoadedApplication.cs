using System;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>An application that was loaded from a slot.</summary>
    public interface ILoadedApplication
    {
        /// <summary>Tells it a setting, before its start; nothing happens where it has none.</summary>
        /// <exception cref="Exception">Whatever it throws.</exception>
        void Configure(string key, string value);

        /// <summary>Starts it; should return while it runs on threads of its own.</summary>
        /// <exception cref="Exception">Whatever it throws.</exception>
        void Start();

        /// <summary>Whether it works, as far as it says.</summary>
        /// <exception cref="Exception">Whatever it throws.</exception>
        bool IsHealthy();

        /// <summary>Where a thread that it keeps has ended, and it does not say itself that it works: the name of the field.</summary>
        /// <returns>Null where none has.</returns>
        string EndedThread();
    }

    /// <summary>Brings the images of a slot into the CLR.</summary>
    public interface IApplicationLoader
    {
        /// <summary>Checks the whole slot, and keeps its images. Nothing of it has reached the CLR when this returns.</summary>
        /// <exception cref="UpdateException">The slot is missing, damaged, or must not run here.</exception>
        SlotContent Verify(int slot);

        /// <summary>Loads the images; they stay loaded until the next reboot.</summary>
        /// <exception cref="UpdateException">The CLR does not take one, or the entry type is missing.</exception>
        /// <exception cref="Exception">The application's constructor threw.</exception>
        ILoadedApplication Load(SlotContent content);
    }

    /// <summary>What was found good in a slot.</summary>
    public sealed class SlotContent
    {
        /// <summary>The slot.</summary>
        public int Slot;

        /// <summary>Manifest and digest.</summary>
        public UpdateDecision Decision;

        /// <summary>The images in the order of loading.</summary>
        public byte[][] Images;
    }
}
