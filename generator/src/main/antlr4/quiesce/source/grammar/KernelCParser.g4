/**
 * Kernel C, of strategy files and of the processes of litmus tests: the subset that one of them may
 * use, and beside it the C that people will try in one. Each construct that is refused has a
 * production, so that it is refused by its name, once, and parsing continues.
 *
 * What a kind of file may use is decided by its quiesce.source.Profile, not here.
 */
parser grammar KernelCParser;

options { tokenVocab = KernelCLexer; }

strategy : item* EOF ;

// Functions and declarations that something other than C surrounds, and functions without a result.
definitions : definition* EOF ;
definition  : declarator block | declaration ;

// ---- The top level -------------------------------------------------------------------------------

item
    : storage* DEFINE_PER_CPU '(' typeName ',' NAME ')' ( '=' initialiser )? ';'  # perCpu
    | storage* DEFINE_STATIC_CALL '(' NAME ',' NAME ')' ';'                       # staticCall
    | storage* DEFINE_STATIC_CALL_RET0 '(' NAME ',' NAME ')' ';'                  # staticCallRet0
    | storage* DEFINE_LOCK '(' NAME ')' ';'                                       # lock
    | storage* DEFINE_SRCU '(' NAME ')' ';'                                       # srcu
    | declaration                                                                 # declarationItem
    // A typedef of a function in brackets: elsewhere f(x)(y) is a call.
    | REFUSED_SPECIFIER specifier+ pointer* '(' NAME ')' '(' parameters? ')' ';'  # functionTypedef
    | ';'                                                                         # emptyItem
    // EXPORT_SYMBOL(f); and every other macro; a function without a result type looks the same.
    | storage* NAME '(' balanced ')' ( ';' | block )?                             # macroLine
    ;

storage : STATIC | ANNOTATION ;

// ---- Declarations: at the top level, in a struct and in a block -----------------------------------

// C declares and defines by one syntax: whether `int f` is a variable, a prototype or a function is
// known only after its declarator.
declaration
    : specifier+ initDeclarator ( block | ( ',' initDeclarator )* ';' )
    | specifier* ( aggregate | enumeration ) specifier* ';'
    ;

specifier
    : plainSpecifier
    | STATIC
    | ROLE
    | attribute
    | TYPEOF '(' balanced ')'
    | NAME                      // of a typedef or a macro: there are none, so it is refused
    ;

plainSpecifier
    : ANNOTATION | REFUSED_SPECIFIER | VOID | BOOL | INTEGER | KERNEL_TYPE | ATOMIC_TYPE | aggregate
    | enumeration
    ;

aggregate   : ( STRUCT | UNION ) ( NAME structBody? | structBody ) ;
structBody  : '{' member* '}' ;
member      : declaration | ';' ;
enumeration : ENUM ( NAME enumBody? | enumBody ) ;
enumBody    : '{' enumerator ( ',' enumerator )* ','? '}' ;
enumerator  : NAME ( '=' expression )? ;
attribute   : ATTRIBUTE '(' balanced ')' ;

initDeclarator : declarator ( ':' bits )? trailer* ( '=' initialiser )? ;
bits           : NUMBER | NAME ;
trailer        : STATIC | ANNOTATION | ROLE | attribute ;

declarator : pointer* ( NAME | functionPointer ) suffix* ;

// Its parameters belong to it: without them `f(*p);` would declare p, which is legal C and never meant.
functionPointer : '(' '*' qualifier* NAME suffix* ')' '(' parameters? ')' ;

pointer   : '*' qualifier* ;
qualifier : STATIC | ANNOTATION | ROLE | REFUSED_SPECIFIER | attribute | NAME ;

suffix
    : '[' expression? ']'
    | '(' parameters? ')'
    ;

parameters : parameter ( ',' parameter )* ;

// A parameter without a name cannot have its type from a typedef and from elsewhere at once: in `int x`
// x is a name and not one more type, and that must be seen at once, not at the end of the file.
parameter
    : specifier+ declarator
    | unnamedType
    | ELLIPSIS
    ;

unnamedType    : ( plainSpecifier+ | typedefName ) abstractDeclarator ;
typedefName    : NAME ;

abstractDeclarator
    : abstractPointer* ( '(' '*' qualifier* ')' '(' parameters? ')' | '[' expression? ']' )?
    ;

abstractPointer : '*' ( ANNOTATION | REFUSED_SPECIFIER )* ;

typeName : specifier+ abstractDeclarator ;

initialiser : expression | braced ;
braced      : '{' ( element ( ',' element )* ','? )? '}' ;
element
    : '.' NAME '=' initialiser           # memberElement
    | '[' expression ']' '=' initialiser # otherElement
    | initialiser                        # otherElement
    ;

// ---- Statements ----------------------------------------------------------------------------------

block : '{' statement* '}' ;

statement
    : block                                                     # blockStatement
    | ';'                                                       # emptyStatement
    | NAME ':' statement?                                       # labelledStatement
    | declaration                                               # declarationStatement
    | IF '(' commaExpression ')' statement ( ELSE statement )?  # ifStatement
    | WHILE '(' commaExpression ')' statement                   # whileStatement
    | DO statement WHILE '(' commaExpression ')' ';'            # doStatement
    | FOR '(' forBegin condition=commaExpression? ';' step=commaExpression? ')' statement # forStatement
    | FOR_EACH_POSSIBLE_CPU '(' NAME ')' statement              # forEachCpuStatement
    // What comes after the member says what protects the list.
    | FOR_EACH_ENTRY '(' NAME ',' expression ',' NAME ( ',' expression )? ')' statement # forEachEntryStatement
    | FOR_EACH_ENTRY_SAFE '(' NAME ',' NAME ',' expression ',' NAME ')' statement # forEachEntryStatement
    | BREAK ';'                                                 # breakStatement
    | CONTINUE ';'                                              # continueStatement
    | RETURN commaExpression? ';'                               # returnStatement
    | GOTO NAME ';'                                             # gotoStatement
    | simpleStatement                                           # expressionStatement

    | SCOPED_GUARD '(' NAME ( ',' expression )* ')' statement    # scopedGuardStatement
    | LOOP_MACRO '(' balanced ')' statement                     # loopMacroStatement
    | SWITCH '(' commaExpression ')' statement                  # switchStatement
    | CASE expression ( ELLIPSIS expression )? ':' statement?   # caseStatement
    | DEFAULT ':' statement?                                    # caseStatement
    | GOTO '*' expression ';'                                   # computedGotoStatement
    | ASM ( REFUSED_SPECIFIER | ANNOTATION | GOTO )* '(' balanced ')' ';' # asmStatement
    ;

// With a block it is a loop macro of a name that does not say so: walk_each(p) { ... }
simpleStatement : commaExpression ( block | ';' ) ;

forBegin : declaration | commaExpression? ';' ;

// ---- Expressions, from the tightest binding to the loosest ---------------------------------------

commaExpression : expression ( ',' expression )* ;

expression
    : NAME                                                       # nameExpression
    | NUMBER                                                     # numberExpression
    | NULL                                                       # nullExpression
    | truth=( TRUE | FALSE )                                     # truthExpression
    | ( TEXT | LOG_LEVEL | UNTERMINATED_TEXT )+                  # textExpression
    | CHARACTER                                                  # characterExpression
    // `(name) & x` is the bit operator and not a cast: with typedefs gone C has one reading left,
    // and it is the first alternative that fits.
    | '(' commaExpression ')'                                    # parenthesisedExpression
    | '(' typeName ')' braced                                    # compoundLiteralExpression
    | '(' block ')'                                              # statementExpression
    | expression '->' NAME                                       # memberExpression
    | expression '.' NAME                                        # dotExpression
    | expression '(' ( argument ( ',' argument )* )? ')'         # callExpression
    | expression '[' commaExpression ']'                         # indexExpression
    | expression STEP                                            # stepExpression
    | STEP expression                                            # stepExpression
    | '!' expression                                             # notExpression
    | '&' expression                                             # addressExpression
    | op=( '-' | '+' | '~' | '*' ) expression                    # prefixExpression
    | SIZEOF ( '(' typeName ')' | expression )                   # sizeofExpression
    | '(' typeName ')' expression                                # castExpression
    | expression op=( '*' | '/' | '%' ) expression               # binaryExpression
    | expression op=( '+' | '-' ) expression                     # binaryExpression
    | expression op=SHIFT expression                             # binaryExpression
    | expression op=ORDER expression                             # binaryExpression
    | expression op=( '==' | '!=' ) expression                   # binaryExpression
    | expression op='&' expression                               # binaryExpression
    | expression op='^' expression                               # binaryExpression
    | expression op='|' expression                               # binaryExpression
    | expression op='&&' expression                              # binaryExpression
    | expression op='||' expression                              # binaryExpression
    | <assoc = right> expression '?' commaExpression? ':' expression # conditionalExpression
    | <assoc = right> expression op=( '=' | COMPOUND_ASSIGN ) expression # assignExpression
    ;

// Without names of typedefs: `f(a b)` lacks a comma and passes no type.
argument : expression | plainSpecifier+ abstractDeclarator ;

// Anything whose brackets match, for constructs that are refused as a whole. A semicolon outside
// braces ends it: there a bracket is missing.
balanced : piece* ;

piece
    : ~( '(' | ')' | '{' | '}' | '[' | ']' | ';' )
    | '(' piece* ')'
    | '[' piece* ']'
    | '{' ( piece | ';' )* '}'
    ;
