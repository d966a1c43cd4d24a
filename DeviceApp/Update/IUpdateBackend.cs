namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Where updates are stored and started from, in the shape of nanoFramework's in-field update (UpdateManager.cs): sessions that are started or
    /// resumed and take an image piece by piece, a trial at the next boot, confirm and revert. What decides whether a bundle is taken, and what
    /// compares its pieces with their digests, is in front of this seam, so that a board with another back end changes nothing else.
    /// </summary>
    public interface IUpdateBackend
    {
        /// <summary>Where the update stands.</summary>
        UpdateStatus Status { get; }

        /// <summary>Begins to store a bundle; what was stored of another one is gone. What runs is not touched.</summary>
        /// <param name="offer">What was accepted.</param>
        /// <exception cref="UpdateException">There is no place for it.</exception>
        IUpdateSession Start(UpdateDecision offer);

        /// <summary>Goes on where an earlier session with the same bundle ended, in this boot or an earlier one.</summary>
        /// <param name="offer">What was accepted.</param>
        /// <param name="head">The bundle's head, by which it is known.</param>
        /// <returns>Null where nothing of it is stored.</returns>
        /// <exception cref="UpdateException">What is stored cannot be read.</exception>
        IUpdateSession Resume(UpdateDecision offer, byte[] head);

        /// <summary>What runs on trial is to stay, durably so when this returns.</summary>
        /// <exception cref="UpdateException">It is still on trial.</exception>
        void Confirm();

        /// <summary>The trial failed: remembers why. The next boot tries again, or goes back.</summary>
        /// <exception cref="UpdateException">Only the reason is lost.</exception>
        void Fail(string failure);

        /// <summary>The next boot goes back to what ran before what runs now, which is never installed again.</summary>
        /// <exception cref="UpdateException">There is nothing to go back from, or it could not be stored.</exception>
        void Revert();
    }

    /// <summary>The right to store one bundle. Used by one thread.</summary>
    public interface IUpdateSession
    {
        /// <summary>Position in the bundle of what is stored next: 0, or the end of a piece that was stored before.</summary>
        int NextOffset { get; }

        /// <summary>Stores the next piece, behind those before it.</summary>
        /// <exception cref="UpdateException">It was not taken.</exception>
        void Store(byte[] piece, int count);

        /// <summary>Reads back what was stored.</summary>
        /// <returns>False where the back end does not give back what it took.</returns>
        /// <exception cref="UpdateException">It cannot be read.</exception>
        bool TryRead(int position, byte[] buffer, int count);

        /// <summary>All is stored: checks it as a whole, and lets the next boot try it.</summary>
        /// <exception cref="UpdateException">It is not what was offered, must not run here, or could not be stored.</exception>
        void Complete();

        /// <summary>Ends the session where it is not complete; what was stored waits for <see cref="IUpdateBackend.Resume"/>. Does not throw.</summary>
        void Abort();
    }
}
