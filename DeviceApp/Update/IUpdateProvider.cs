namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Where bundles come from, in the shape of nanoFramework's in-field update: an offer, and reads at a position. So that another
    /// transport can take its place. Where there is no offer, or a read fails, no connection is left.
    /// </summary>
    public interface IUpdateProvider
    {
        /// <summary>Asks for the newest bundle.</summary>
        /// <param name="length">Its length in bytes; -1 where that is not known yet.</param>
        /// <returns>False where there is none.</returns>
        /// <exception cref="UpdateException">It could not be asked for.</exception>
        bool TryGetOffer(out int length);

        /// <summary>Position up to which the source may be asked at once; reads behind it ask for no more than they need.</summary>
        int Ahead { get; set; }

        /// <summary>Reads exactly so many bytes.</summary>
        /// <exception cref="UpdateException">They do not come.</exception>
        void Read(int position, byte[] buffer, int count);

        /// <summary>Closes connections; the next read opens a new one. Does not throw.</summary>
        void Close();
    }
}
