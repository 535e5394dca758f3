"""A text under construction, with its marks and fields."""


class Text:
    """A reference under construction: its characters with marks and fields."""

    def __init__(self):
        self.parts, self.length, self.marks, self.fields = [], 0, [], []

    def add(self, text, field=None, marks=()):
        if not text:
            return
        end = self.length + len(text)
        if field:
            self.fields.append([self.length, end, field])
        for mark in marks:
            last = next((m for m in self.marks if m[1] == self.length and m[2] == mark), None)
            if last:
                last[1] = end
            else:
                self.marks.append([self.length, end, mark])
        self.parts.append(text)
        self.length = end

    @property
    def text(self):
        return "".join(self.parts)

    @property
    def last(self):
        return self.parts[-1][-1] if self.parts else ""
