using System;

namespace HostedAddition
{
    public static class Entry
    {
        public static string Start(string who)
        {
            throw new InvalidOperationException(Hosted.Entry.Start("addition for " + who));
        }
    }
}
