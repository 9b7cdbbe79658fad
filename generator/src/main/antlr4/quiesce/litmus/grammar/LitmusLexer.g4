/**
 * The words of a litmus test of the kernel's memory model, as herd7 reads them: a header, then the
 * initial state, processes in C and the condition. The C has a grammar of its own: of what is between
 * the braces of a process only the end is found here.
 */
lexer grammar LitmusLexer;

// What the parser never sees: comments, C, and text that is refused word by word.
channels { COMMENTS, CODE, ERRORS }

@members {
  private static final java.util.regex.Pattern ITEM =
      java.util.regex.Pattern.compile(
          "~? ?(exists|forall|filter|locations)\\b.*|P[0-9]+ ?\\(.*", java.util.regex.Pattern.DOTALL);

  private boolean initialised;
  private int depth;

  /** Whether the next line begins something that cannot be in a process: its last brace is missing. */
  private boolean itemFollows() {
    StringBuilder next = new StringBuilder();
    for (int i = 1; i <= 12 && _input.LA(i) > 0; i++) {
      next.appendCodePoint(_input.LA(i));
    }
    return ITEM.matcher(next).matches();
  }
}

// ---- The header: the name, comments, "a cycle", Key=value ---------------------------------------

BYTE_ORDER_MARK : '\uFEFF' { getCharIndex() == 1 }? -> skip ;
HEADER_WHITE    : [ \t\f\u000B\n]+ -> skip ;
TITLE           : 'C' [ \t]+ ~[ \t\n] ~[\n]* ;
INFORMATION     : [A-Za-z_] [A-Za-z_0-9]* [ \t]* '=' ~[\n]* -> skip ;
QUOTED          : '"' ~["]* '"' -> skip ;
HEADER_C_COMMENT    : ( '/*' .*? '*/' | '//' ~[\n]* ) -> channel(COMMENTS) ;
HEADER_COMMENT_OPEN : '(*' -> type(COMMENT_OPEN), channel(COMMENTS), pushMode(COMMENT) ;
HEADER_LBRACE       : [{] -> type(LBRACE), mode(TEST) ;
HEADER_TEXT         : ( [A-Za-z_0-9]+ | . ) -> channel(ERRORS) ;

// ---- The test -----------------------------------------------------------------------------------

mode TEST;

EXISTS : 'exists' ;   FORALL : 'forall' ;   FILTER : 'filter' ;   LOCATIONS : 'locations' ;
NOT_WORD : 'not' ;

NAME   : [A-Za-z_] [A-Za-z_0-9]* ;
NUMBER : [0-9] [A-Za-z_0-9.]* ;
TEXT   : '"' ~["\n]* '"' ;

COMMENT_OPEN : '(*' -> channel(COMMENTS), pushMode(COMMENT) ;

LPAREN : '(' ;   RPAREN : ')' ;
LBRACE : '{' { if (initialised) { pushMode(PROCESS); } } ;
RBRACE : '}' { initialised = true; } ;
LBRACK : '[' ;   RBRACK : ']' ;

SEMICOLON : ';' ;   COLON : ':' ;

ASSIGN : '=' ;
EQUAL : '==' ;   NOT_EQUAL : '!=' ;   UNEQUAL : '<>' ;
AND : '/\\' ;    OR : '\\/' ;         TILDE : '~' ;

STAR : '*' ;   MINUS : '-' ;   AMP  : '&' ;

OTHER_SIGN : '->' | '=>' | '&&' | '||' | '<=' | '>=' | '++' | '--' | '...' | [,.!+|^<>?/%] ;

WHITE     : [ \t\f\u000B\n]+ -> skip ;
C_COMMENT : ( '/*' .*? '*/' | '//' ~[\n]* ) -> channel(COMMENTS) ;
DIRECTIVE : '#' ( '\\\n' | '/*' .*? '*/' | ~[\n] )* -> channel(ERRORS) ;

UNTERMINATED_COMMENT : '/*' ( ~'*' | '*'+ ~[*/] )* '*'* EOF -> channel(ERRORS) ;
UNKNOWN_CHARACTER    : .                                    -> channel(ERRORS) ;

// ---- In the braces of a process, where '(*' begins a dereference and not a comment --------------

mode PROCESS;

INNER_LBRACE   : [{] { depth++; } -> channel(CODE) ;
INNER_RBRACE   : [}] { depth > 0 }? { depth--; } -> channel(CODE) ;
PROCESS_RBRACE : [}] -> type(RBRACE), popMode ;

MISSING_RBRACE : '\n' { itemFollows() }? { depth = 0; } -> skip, popMode ;

INNER_UNTERMINATED_COMMENT
    : '/*' ( ~'*' | '*'+ ~[*/] )* '*'* EOF -> type(UNTERMINATED_COMMENT), channel(ERRORS)
    ;

INNER_TEXT
    : ( [A-Za-z_0-9]+
      | '"' ( '\\' ~[\n] | ~["\\\n] )* '"'?
      | '\'' ( '\\' ~[\n] | ~['\\\n] )+ '\''
      | '/*' .*? '*/' | '//' ~[\n]*
      | '#' ( '\\\n' | '/*' .*? '*/' | ~[\n] )*
      | . ) -> channel(CODE)
    ;

// ---- Comments of the (* kind, which nest --------------------------------------------------------

mode COMMENT;

INNER_COMMENT_OPEN : '(*' -> type(COMMENT_OPEN), channel(COMMENTS), pushMode(COMMENT) ;
COMMENT_CLOSE      : '*)' -> channel(COMMENTS), popMode ;
COMMENT_TEXT       : ( ~[(*]+ | [(*] ) -> skip ;
