// The shapes of Python's lexemes, as rules for re2c, grouped by family.
//
// re2c turns the rules of `scan_lexeme` into one state machine that looks at each byte once. The longest
// match wins; of rules that match the same text, the first one does (so keywords stand before names).
// Invariant: bytes are matched, not characters: every byte outside ASCII is part of a name, a string or a
// comment, and whether it may be there is checked by the caller.
//
// CPython: tok_get() in Parser/tokenizer.c
#include "lexer/scanner.h"

namespace minipy {

LexemeKind scan_lexeme(const char*& position, const char* limit) noexcept {
    const auto* cursor = reinterpret_cast<const unsigned char*>(position);
    const auto* end = reinterpret_cast<const unsigned char*>(limit);
    const unsigned char* marker = cursor;
    // Moves the caller's position; every rule ends in it.
    const auto found = [&](LexemeKind kind) {
        position = reinterpret_cast<const char*>(cursor);
        return kind;
    };
    using enum LexemeKind;

    /*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = cursor;
    re2c:define:YYMARKER = marker;
    re2c:define:YYLIMIT = end;
    re2c:yyfill:enable = 0;
    re2c:eof = 0;

    $ { return found(End); }

    // Between tokens
    line_end = "\r"? "\n";
    [ \t\f]+            { return found(Space); }
    line_end            { return found(LineEnd); }
    "#" [^\r\n]*        { return found(Comment); }
    "\\" line_end       { return found(Continuation); }
    "\\"                { return found(Backslash); }

    // Keywords
    "False"      { return found(KeywordFalse); }
    "None"       { return found(KeywordNone); }
    "True"       { return found(KeywordTrue); }
    "and"        { return found(KeywordAnd); }
    "as"         { return found(KeywordAs); }
    "assert"     { return found(KeywordAssert); }
    "async"      { return found(KeywordAsync); }
    "await"      { return found(KeywordAwait); }
    "break"      { return found(KeywordBreak); }
    "class"      { return found(KeywordClass); }
    "continue"   { return found(KeywordContinue); }
    "def"        { return found(KeywordDef); }
    "del"        { return found(KeywordDel); }
    "elif"       { return found(KeywordElif); }
    "else"       { return found(KeywordElse); }
    "except"     { return found(KeywordExcept); }
    "finally"    { return found(KeywordFinally); }
    "for"        { return found(KeywordFor); }
    "from"       { return found(KeywordFrom); }
    "global"     { return found(KeywordGlobal); }
    "if"         { return found(KeywordIf); }
    "import"     { return found(KeywordImport); }
    "in"         { return found(KeywordIn); }
    "is"         { return found(KeywordIs); }
    "lambda"     { return found(KeywordLambda); }
    "nonlocal"   { return found(KeywordNonlocal); }
    "not"        { return found(KeywordNot); }
    "or"         { return found(KeywordOr); }
    "pass"       { return found(KeywordPass); }
    "raise"      { return found(KeywordRaise); }
    "return"     { return found(KeywordReturn); }
    "try"        { return found(KeywordTry); }
    "while"      { return found(KeywordWhile); }
    "with"       { return found(KeywordWith); }
    "yield"      { return found(KeywordYield); }

    // Names
    name_start = [a-zA-Z_];
    digit      = [0-9];
    any_start  = name_start | [\x80-\xff];
    name_start (name_start | digit)*  { return found(Name); }
    any_start (any_start | digit)*    { return found(UnicodeName); }

    // Numbers. A zero may be followed by zeros only, unless the number turns out to be a float or imaginary.
    digits      = digit ("_"? digit)*;
    decimal     = [1-9] ("_"? digit)* | "0" ("_"? "0")*;
    hexadecimal = "0" [xX] ("_"? [0-9a-fA-F])+;
    octal       = "0" [oO] ("_"? [0-7])+;
    binary      = "0" [bB] ("_"? [01])+;
    exponent    = [eE] [-+]? digits;
    fraction    = digits "." digits? | "." digits;
    float       = fraction exponent? | digits exponent;
    imaginary   = (digits | float) [jJ];
    decimal | hexadecimal | octal | binary | float | imaginary  { return found(Number); }

    // Strings. The body of a string in three quotes may hold one or two quotes, if something else follows.
    prefix     = [bBuUfFrR] | [bBfF] [rR] | [rR] [bBfF];
    escape     = "\\" [^\n];
    any_escape = "\\" ("\r\n" | [^]);
    body_1     = [^'\\\n] | escape;
    body_2     = [^"\\\n] | escape;
    joined_1   = [^'\\\n] | any_escape;
    joined_2   = [^"\\\n] | any_escape;
    long_1     = ("'" "'"?)? ([^'\\] | any_escape);
    long_2     = ("\"" "\""?)? ([^"\\] | any_escape);
    prefix? ("'" body_1* "'" | "\"" body_2* "\"")                    { return found(String); }
    prefix? ("'" joined_1* "'" | "\"" joined_2* "\"")                { return found(LongString); }
    prefix? ("'''" long_1* "'''" | "\"\"\"" long_2* "\"\"\"")    { return found(LongString); }
    prefix? ("'" | "\"")                                            { return found(UnterminatedString); }
    prefix? ("'''" | "\"\"\"")                                     { return found(UnterminatedLongString); }

    // Operators and delimiters
    "("    { return found(LeftParen); }
    ")"    { return found(RightParen); }
    "["    { return found(LeftBracket); }
    "]"    { return found(RightBracket); }
    ":"    { return found(Colon); }
    ","    { return found(Comma); }
    ";"    { return found(Semicolon); }
    "+"    { return found(Plus); }
    "-"    { return found(Minus); }
    "*"    { return found(Star); }
    "/"    { return found(Slash); }
    "|"    { return found(Bar); }
    "&"    { return found(Ampersand); }
    "<"    { return found(Less); }
    ">"    { return found(Greater); }
    "="    { return found(Equal); }
    "."    { return found(Dot); }
    "%"    { return found(Percent); }
    "{"    { return found(LeftBrace); }
    "}"    { return found(RightBrace); }
    "=="   { return found(EqualEqual); }
    "!="   { return found(NotEqual); }
    "<="   { return found(LessEqual); }
    ">="   { return found(GreaterEqual); }
    "~"    { return found(Tilde); }
    "^"    { return found(Caret); }
    "<<"   { return found(LeftShift); }
    ">>"   { return found(RightShift); }
    "**"   { return found(DoubleStar); }
    "+="   { return found(PlusEqual); }
    "-="   { return found(MinusEqual); }
    "*="   { return found(StarEqual); }
    "/="   { return found(SlashEqual); }
    "%="   { return found(PercentEqual); }
    "&="   { return found(AmpersandEqual); }
    "|="   { return found(BarEqual); }
    "^="   { return found(CaretEqual); }
    "<<="  { return found(LeftShiftEqual); }
    ">>="  { return found(RightShiftEqual); }
    "**="  { return found(DoubleStarEqual); }
    "//"   { return found(DoubleSlash); }
    "//="  { return found(DoubleSlashEqual); }
    "@"    { return found(At); }
    "@="   { return found(AtEqual); }
    "->"   { return found(Arrow); }
    "..."  { return found(Ellipsis); }
    ":="   { return found(ColonEqual); }
    "<>"   { return found(LessGreater); }

    // What no token starts with: printable, and not
    [!$?`] { return found(Stray); }
    *      { return found(Control); }
    */
}

}  // namespace minipy
