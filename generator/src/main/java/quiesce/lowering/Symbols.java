package quiesce.lowering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Strategy;
import quiesce.source.Type;
import quiesce.steps.Deferred;
import quiesce.steps.Value;

/** The names that a strategy defines at its top level. */
final class Symbols {
  private final Map<String, Item.Variable> variables;
  private final Arrays arrays;
  private final Map<String, Item.StaticCall> staticCalls;
  private final Map<String, Item.Lock> locks;
  private final Map<String, Item.Domain> domains;
  private final Map<String, Item.Function> functions = new LinkedHashMap<>();
  private final OfKernel ofKernel;
  private final Interrupts interrupts;
  private final Deferrals deferrals;
  private final StructVariables structVariables;
  private final Optional<Item.ObjectInitialiser> initialiser;
  private final Optional<String> registered;
  private final boolean registersFunction;
  private final Structs members;
  private final InitialValues initial;
  private final FunctionValues functionValues;
  private final WaitQueues waitQueues;
  private final Kthreads kthreads;
  private final SmpFunctions smpFunctions;
  private final HandedData handedData;

  /** Whether it matters of which registration data is. */
  private final boolean followsData;

  /**
   * @param kept functions of the file that pointers may lead to, by their names
   * @param followsData whether it matters of which registration data is, if data is registered
   */
  Symbols(
      Strategy strategy,
      Map<String, Item.Role> roles,
      Set<String> kept,
      boolean followsData,
      Diagnostics problems) {

    variables = byName(strategy.items(Item.Variable.class));
    staticCalls = byName(strategy.items(Item.StaticCall.class));
    locks = byName(strategy.items(Item.Lock.class));
    domains = byName(strategy.items(Item.Domain.class));
    Map<String, Item.Struct> structs = byName(strategy.all(Item.Struct.class));
    ofKernel = new OfKernel(strategy);
    for (Item.Function f : ofKernel.used()) {
      functions.merge(f.name(), f, Item.Function::and);
    }
    interrupts = new Interrupts(functions.values());
    kthreads = new Kthreads(functions, interrupts);
    smpFunctions = new SmpFunctions(functions);
    smpFunctions.flags().forEach(flag -> variables.put(flag.name(), flag));
    OuterRoles outer = new OuterRoles(strategy.items(Item.Initcall.class), functions);
    outer.apply(roles, interrupts, problems);
    interrupts.keep(outer.setup());
    List<String> given =
        Stream.concat(
                given(Item.Role.REGISTER, Type.Struct.class),
                given(Item.Role.UNREGISTER, Type.Struct.class))
            .map(t -> ((Type.Struct) t).name())
            .toList();
    registersFunction =
        given(Item.Role.REGISTER, Type.Struct.class).findAny().isEmpty()
            && given(Item.Role.REGISTER, Type.Function.class).findAny().isPresent();
    this.followsData =
        followsData && functions.values().stream().anyMatch(Parameters::registersData);
    Embedding embedding =
        new Embedding(used(structs), ofVariables(strategy), Set.copyOf(given), functions.values());
    structVariables =
        new StructVariables(
            strategy,
            structs,
            given.stream().findFirst().map(embedding::outermost),
            registersFunction,
            problems);
    handedData = new HandedData(interrupts, kthreads, smpFunctions, structVariables);
    handedData.variables().forEach(v -> variables.put(v.name(), v));
    Diagnostics unclear = new Diagnostics(strategy.file());
    deferrals =
        new Deferrals(
            strategy, functions, outer.setup(), structVariables, embedding, ofKernel, unclear);
    // Without these, functions have no roles, and calls no meaning.
    unclear.throwIfAny();
    variables.values().removeIf(v -> structVariables.isPerCpu(v.name()));
    structVariables.members().forEach(v -> variables.put(v.name(), v));
    arrays =
        new Arrays(
            Stream.concat(
                    strategy.items(Item.Array.class).stream()
                        .filter(a -> !(a.type() instanceof Type.Struct)),
                    structVariables.arrays().stream())
                .toList(),
            problems);
    structVariables.locks().forEach(l -> locks.put(l.name(), l));
    List<Item.ObjectInitialiser> initialisers =
        strategy.items(Item.ObjectInitialiser.class).stream()
            .filter(i -> !structVariables.has(i))
            .toList();
    initialiser = initialisers.stream().findFirst();
    initialisers.stream()
        .skip(1)
        .forEach(
            i ->
                problems.report(
                    i.place(),
                    "a second initialised object",
                    "write one: every registration uses an object that is initialised like it"));
    Set<String> allocated = Allocation.structs(functions.values(), variables);
    registered =
        Stream.of(
                given.stream(),
                initialiser.stream().map(Item.ObjectInitialiser::struct),
                structs.keySet().stream()
                    .filter(t -> !structVariables.types().contains(t) && !ofKernel.has(t))
                    .filter(t -> !allocated.contains(t)))
            .flatMap(t -> t)
            .filter(t -> !registersFunction)
            .findFirst()
            .map(embedding::outermost);
    members =
        new Structs(
            List.copyOf(structs.values()),
            embedding,
            s -> registered.filter(s::equals).isPresent() || !hasVariable(s) && !registersFunction,
            this::type,
            functions);
    functionValues = new FunctionValues(functions, kept, initialiser.isPresent() || isModule());
    initial = new InitialValues(this, variables, arrays);
    initial.check(problems);
    waitQueues = new WaitQueues(functions);
    for (String name : outer.setup()) {
      Refusal.noted(problems, () -> Setup.check(functions.get(name), this));
      functions.remove(name);
    }
  }

  /** The structs of the file, and those of the kernel's that are in one. */
  private Map<String, Item.Struct> used(Map<String, Item.Struct> structs) {
    Map<String, Item.Struct> all = new LinkedHashMap<>(structs);
    Set<Type> inside =
        structs.values().stream()
            .flatMap(s -> s.members().stream())
            .map(Item.Member::type)
            .collect(Collectors.toSet());
    all.keySet().removeIf(s -> ofKernel.has(s) && !inside.contains(new Type.Struct(s)));
    return all;
  }

  /** The structs of which there are variables, whatever these are for. */
  private static Set<String> ofVariables(Strategy strategy) {
    Stream<Type> types =
        Stream.concat(
            strategy.items(Item.Array.class).stream().map(Item.Array::type),
            strategy.items(Item.Variable.class).stream().map(Item.Variable::type));
    return Stream.concat(
            strategy.items(Item.ObjectInitialiser.class).stream()
                .map(Item.ObjectInitialiser::struct),
            types.filter(Type.Struct.class::isInstance).map(t -> ((Type.Struct) t).name()))
        .collect(Collectors.toSet());
  }

  /** What the parameters of the functions with a role point to that are a pointer to this. */
  private Stream<Type> given(Item.Role role, Class<? extends Type> target) {
    return functions.values().stream()
        .filter(f -> f.roles().contains(role))
        .flatMap(f -> f.parameters().stream())
        .map(Item.Parameter::type)
        .filter(t -> t instanceof Type.Pointer p && target.isInstance(p.target()))
        .map(t -> ((Type.Pointer) t).target());
  }

  private static <T extends Item> Map<String, T> byName(List<T> items) {
    return items.stream()
        .collect(Collectors.toMap(Item::name, i -> i, (a, b) -> a, LinkedHashMap::new));
  }

  boolean followsData() {
    return followsData;
  }

  Optional<Item.Variable> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** Of a variable, of an element of an array, or of one that is a struct. */
  private Optional<Type> type(String name) {
    return variable(name)
        .map(Item.Variable::type)
        .or(() -> arrays.named(name).map(Arrays.Sized::type))
        .or(() -> structVariables.type(name));
  }

  StructVariables structVariables() {
    return structVariables;
  }

  /** Whether some global struct is a variable of this kind. */
  boolean hasVariable(String struct) {
    return structVariables.types().contains(struct);
  }

  Arrays arrays() {
    return arrays;
  }

  Optional<Item.StaticCall> staticCall(String name) {
    return Optional.ofNullable(staticCalls.get(name));
  }

  List<Item.StaticCall> staticCalls() {
    return List.copyOf(staticCalls.values());
  }

  Optional<Item.Lock> lock(String name) {
    return Optional.ofNullable(locks.get(name));
  }

  boolean isDomain(String name) {
    return domains.containsKey(name);
  }

  /** The domain that is a member of a global struct. */
  Optional<String> domain(String member) {
    return structVariables.domain(member, domains.keySet());
  }

  Optional<Item.Function> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /** Whether the file registers something of its own, which nobody hands to it. */
  boolean isModule() {
    return functions.values().stream()
        .filter(f -> f.roles().contains(Item.Role.REGISTER))
        .anyMatch(f -> f.parameters().stream().noneMatch(p -> isRegistered(p.type())));
  }

  /** Whether a function runs because the file asks for it: later, as a thread or as a handler. */
  boolean isAskedFor(String function) {
    return deferrals.of(function).isPresent()
        || kthreads.of(function).isPresent()
        || smpFunctions.of(function).isPresent()
        || interrupts.kept(function).filter(d -> d.kind() != Deferred.Kind.FIXED_LINE).isPresent();
  }

  /** A function by its name, as a value. */
  Optional<Typed> functionValue(String name) {
    return function(name)
        .map(
            f ->
                functionValues.has(f)
                    ? Typed.function(f)
                    : new Typed(new Value.Function(name), Typed.Kind.SLOT));
  }

  FunctionValues functionValues() {
    return functionValues;
  }

  InitialValues initial() {
    return initial;
  }

  /** A struct of the file that a pointer may lead to, by its address. */
  Optional<Typed> structValue(String name, Place place) {
    if (structVariables.isPointedTo(name) && functionValues.end()) {
      throw new Refusal(
          place,
          name + " is a struct of this file that ends with the module",
          "let the function that registers take what it registers as a parameter, and leave out the object"
              + " that the provider initialises");
    }
    return structVariables
        .find(name)
        .filter(s -> structVariables.isPointedTo(name))
        .map(Typed::struct);
  }

  /** What the bodies of the functions name. */
  Set<String> named() {
    return functions.values().stream()
        .flatMap(f -> TreeWalk.all(Expression.Name.class, f))
        .map(Expression.Name::name)
        .collect(Collectors.toSet());
  }

  Structs members() {
    return members;
  }

  /** The locks of the file, and what is like them. */
  Stream<String> lockNames() {
    return Stream.of(
            locks.keySet().stream(),
            deferrals.parts(),
            interrupts.parts(),
            kthreads.parts(),
            waitQueues.parts(structVariables))
        .flatMap(s -> s);
  }

  /** The struct of what is registered; empty when that is a function, or nothing is defined. */
  Optional<String> registered() {
    return registered;
  }

  /** What a pointer of this type leads to, if that can be one global struct alone. */
  Optional<Pointee.GlobalStruct> onlyVariable(Type type) {
    return type instanceof Type.Pointer p
            && p.target() instanceof Type.Struct s
            && !isRegistered(type)
        ? structVariables.only(s)
        : Optional.empty();
  }

  /** Whether the file defines nothing that could be registered. */
  boolean registersNothing() {
    return registered.isEmpty() && !registersFunction;
  }

  /** Whether a pointer of this type leads to what is registered. */
  boolean isRegistered(Type type) {
    return type instanceof Type.Pointer p
        && (registersFunction
            ? p.target() instanceof Type.Function
            : registered.filter(members.embedding().outermost(p.struct())::equals).isPresent());
  }

  /** The type of what registering returns for unregistering, if that is a pointer. */
  Optional<Type> handle() {
    return functions.values().stream()
        .filter(f -> f.roles().contains(Item.Role.REGISTER))
        .map(Item.Function::result)
        .filter(t -> Typed.Kind.of(t) == Typed.Kind.OBJECT && !isRegistered(t))
        .findFirst();
  }

  /** All, those of the kernel that the file uses included. */
  List<Item.Function> functions() {
    return List.copyOf(functions.values());
  }

  HandedData handedData() {
    return handedData;
  }

  SmpFunctions smpFunctions() {
    return smpFunctions;
  }

  Kthreads kthreads() {
    return kthreads;
  }

  WaitQueues waitQueues() {
    return waitQueues;
  }

  Interrupts interrupts() {
    return interrupts;
  }

  Deferrals deferrals() {
    return deferrals;
  }

  /** Those that the file has. */
  List<Item.Function> ownFunctions() {
    return functions.values().stream().filter(f -> !isOfKernel(f.name())).toList();
  }

  /** Whether the file uses it without having it. */
  boolean isOfKernel(String function) {
    return ofKernel.has(function);
  }

  Optional<Item.ObjectInitialiser> initialiser() {
    return initialiser;
  }

  List<Item.Variable> variables() {
    return List.copyOf(variables.values());
  }
}
