package quiesce.source;

/** The C that people will try in a strategy and that has no place in one, with the way out. */
enum Unsupported {
  // Statements
  FOR("'for' loops are not supported", "write a while loop, or for_each_possible_cpu(cpu)"),
  LOOP_MACRO(
      "the macro '%s(...)' with a body is not supported",
      "the one loop macro is for_each_possible_cpu(cpu); otherwise write a while loop or a block"),
  SWITCH("'switch' is not supported", "write if (x == A) ... else if (x == B) ... else ..."),
  CASE("'%s' is not supported", "write if (x == A) ... else if (x == B) ... else ..."),
  BREAK("'break' is not supported", "write goto out; and the label out: after the loop"),
  CONTINUE(
      "'continue' is not supported", "write goto next; and the label next: ; at the loop's end"),
  COMPUTED_GOTO("a computed goto is not supported", "write goto with the name of a later label"),
  ASM(
      "inline assembly is not supported",
      "write what it does to memory: barrier(), smp_mb(), xchg(), cmpxchg(), READ_ONCE(), ..."),
  NESTED_FUNCTION("a function inside a function is not supported", "move it to the top level"),
  LOCAL_STATIC("a static local variable is not supported", "make it a global: it is shared memory"),
  DECLARATION_AS_BODY(
      "a declaration cannot be the body of a statement",
      "put braces around it, or declare it before"),

  // Expressions
  CONDITIONAL("'?:' is not supported", "write if (...) ... else ..."),
  CAST("the cast to '%s' is not supported", "drop the cast; only (void *) is understood"),
  ARITHMETIC(
      "arithmetic with '%s' is not supported",
      "leave the computation out, or call a function without a body: it returns any value"),
  BITS(
      "the bit operator '%s' is not supported",
      "write one bool for each flag, and combine them with &&, || and !"),
  ORDER("the comparison '%s' is not supported", "write == or !=, or use a bool"),
  STEP(
      "'%s' is not supported",
      "count with a bool or a few named values, and write x = value; as a statement"),
  COMPOUND_ASSIGN("'%s' is not supported", "write x = value; with a plain value"),
  ASSIGN_INSIDE(
      "an assignment inside an expression is not supported",
      "write the assignment as a statement of its own, before this one"),
  COMMA("the comma operator is not supported", "write two statements"),
  SIZEOF("'%s' is not supported", "sizes play no role in a strategy: leave it out"),
  DEREFERENCE(
      "'*' to dereference a pointer is not supported",
      "write p->member, or name the variable itself"),
  DOT("'.' is not supported", "use a pointer to the struct: p->member"),
  INDEX("array access is not supported", "write one variable for each element, or DEFINE_PER_CPU"),
  COMPOUND_LITERAL(
      "a compound literal is not supported",
      "define a global: static struct x name = { .member = value };"),
  STATEMENT_EXPRESSION("'({ ... })' is not supported", "write the statements before this one"),
  CHARACTER("the character constant %s is not supported", "write a number, a bool or nothing"),
  TYPE_ARGUMENT(
      "a type as an argument is not supported",
      "macros that take a type, such as container_of(), have no counterpart: pass the pointer itself"),
  STRING(
      "a string is supported only as an argument of a call",
      "drop it; printk() and WARN() take strings"),
  NUMBER_RANGE("the number %s does not fit into an int", "use small numbers only"),
  NUMBER_FORM("'%s' is not an integer", "write a small decimal or hexadecimal integer"),

  // Types and specifiers
  ARRAY("arrays are not supported", "write one variable for each element, or DEFINE_PER_CPU"),
  TYPEDEF("'typedef' is not supported", "write the type out where it is used"),
  ENUM("'enum' is not supported", "write an int and small numbers, or bools"),
  UNION("'union' is not supported", "write a struct with a member for each case"),
  BIT_FIELD("bit-fields are not supported", "write a bool member"),
  ANONYMOUS_STRUCT("a struct without a name is not supported", "name it: struct name { ... };"),
  NESTED_STRUCT(
      "a struct defined here is not supported", "define it at the top level: struct name { ... };"),
  MEMBER_FUNCTION(
      "a function as a member is not supported", "write a function pointer: void (*name)(void);"),
  MISPLACED("'%s' is not allowed here", "drop it"),
  MISPLACED_ROLE(
      "'%s' is not allowed here", "it belongs to a function: write it before the function's name"),
  STRUCT_BY_VALUE("a struct by value is not supported here", "write a pointer: struct name *"),
  ATTRIBUTE("'%s((...))' is not supported", "drop it: compiler attributes change nothing here"),
  VOLATILE(
      "'%s' is not supported: it changes what a plain access is",
      "mark the accesses instead: READ_ONCE(x), WRITE_ONCE(x, value)"),
  EXTERN(
      "'extern' is not supported: a strategy is one file",
      "define the variable here; for a function drop the word extern"),
  THREAD_LOCAL("'%s' is not supported", "write DEFINE_PER_CPU(type, name)"),
  ATOMIC("'%s' is not supported", "write a plain type, and xchg() or cmpxchg() for the accesses"),
  AUTO("'%s' is not supported as a type", "write the type out"),
  FLOATING("'%s' is not supported", "write an integer type or bool"),
  STORAGE("'%s' is not supported", "drop it: it changes nothing here"),
  FUNCTION_POINTER(
      "a function pointer outside a struct is not supported",
      "make it a member: struct callbacks { void (*call)(void); };"),
  POINTER("a pointer to anything but a struct is not supported", "write struct name *"),
  POINTER_TO_POINTER("a pointer to a pointer is not supported", "write struct name *"),
  VOID_POINTER("'void *' is not supported as a type", "write struct name *"),
  VOID_VARIABLE("a variable cannot be void", "write bool, int or struct name *"),
  UNKNOWN_TYPE("the type '%s' is not known", "write bool, an integer type or struct name *"),
  UNKNOWN_SPECIFIER("'%s' is not known here", "drop it, or write the macro out"),
  VARIADIC("'...' parameters are not supported", "name the parameters, or leave them out"),

  // The top level
  MODULE_LINE("'%s(...)' is not supported", "drop the line: it says nothing about the strategy"),
  MACRO_LINE(
      "the macro line '%s(...)' is not supported",
      "the definitions known are DEFINE_PER_CPU, DEFINE_STATIC_CALL, DEFINE_STATIC_CALL_RET0,"
          + " DEFINE_SPINLOCK and DEFINE_MUTEX"),
  STRUCT_AND_VARIABLE(
      "a struct and a variable in one definition are not supported",
      "end the struct with ';' and define the variable in a line of its own"),
  INITIALISER(
      "the initialiser of a variable must be NULL, true, false or a number",
      "assign the value in a function"),
  POSITIONAL("an initialiser without a member name is not supported", "write .member = value"),
  BRACES(
      "a '{ ... }' initialiser is supported only for a global struct",
      "write static struct name object = { .member = value }; at the top level"),

  // The preprocessor
  INCLUDE("'#include' is not supported", "drop the line: the kernel's primitives are built in"),
  DEFINE("'#define' is not supported", "write the value, or a static inline function"),
  CONDITIONAL_COMPILATION(
      "'#%s' is not supported", "keep the branch that matters, or write one file for each"),
  DIRECTIVE("preprocessor lines are not supported", "drop the line");

  private final String message;
  private final String help;

  Unsupported(String message, String help) {
    this.message = message;
    this.help = help;
  }

  /** What is refused, with the words of the file filled in. */
  String message(Object... arguments) {
    return message.formatted(arguments);
  }

  /** What to write instead. */
  String help() {
    return help;
  }
}
