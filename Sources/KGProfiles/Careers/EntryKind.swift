/// What an entry of a career states: a position or a degree.
enum EntryKind { case employment, education }
