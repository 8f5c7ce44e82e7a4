"""jax.experimental.custom_partitioning: functions that say how devices share their work; on one device they do it all.

Rules are checked as JAX checks them, and kept.
"""

import re

from jax._src.core import check_callable

BATCHING = "\u2026"


def _check_factor(factor):
    if not factor or not (factor[0].isalpha() or factor[0] == "_"):
        raise ValueError(f"Factor names have to start with a letter, but got '{factor[:1]}'")
    if not all(c.isalnum() or c == "_" for c in factor):
        raise ValueError(f"Unknown factor name '{factor}'")


def _is_batching(factor):
    return factor.startswith(BATCHING)


class CompoundFactor(tuple):
    """Several factors of one axis."""

    def __new__(cls, *factors):
        if len(factors) < 2:
            raise ValueError("A compound factor should contain at least two factors")
        for factor in factors:
            if not isinstance(factor, str):
                raise ValueError(f"Each element of CompoundFactor must be a str, but got {type(factor)}")
            if _is_batching(factor):
                raise ValueError("Ellipsis can't be used in a compound factor")
            _check_factor(factor)
        return tuple.__new__(cls, factors)


class ArrayMapping(tuple):
    """The factors of the axes of an operand or result."""

    def __new__(cls, *dim_mappings):
        for i, d in enumerate(dim_mappings):
            if not isinstance(d, (str, CompoundFactor)):
                raise ValueError(f"Each element of ArrayMapping must be a str or CompoundFactor, but got {type(d)}")
            if isinstance(d, str) and not _is_batching(d):
                _check_factor(d)
            elif isinstance(d, str) and i:
                raise ValueError("Ellipsis can only be used at the beginning of a dimension")
        return tuple.__new__(cls, dim_mappings)


class SdyShardingRule:
    """The mappings of all operands and results, and the sizes of factors that no axis has."""

    def __init__(self, operand_mappings, result_mappings, *, reduction_factors=(), need_replication_factors=(),
                 permutation_factors=(), **factor_sizes):
        whole, parts = set(), set()
        for d in (d for mapping in (*operand_mappings, *result_mappings) for d in mapping):
            whole.update([d] if isinstance(d, str) else [])
            parts.update([] if isinstance(d, str) else d)
        for factor in factor_sizes:
            if factor not in whole | parts:
                raise ValueError(f"Factor {factor} is not used in the rule, but size is provided")
            if factor in whole:
                raise ValueError(f"Factor {factor} represents a whole dimension; do not specify its size")
        for factor in sorted(parts - whole):
            if factor not in factor_sizes:
                raise ValueError(f"Factor {factor} is only used in compound factors; must specify its size")
        self.operand_mappings, self.result_mappings = operand_mappings, result_mappings
        self.reduction_factors, self.need_replication_factors = reduction_factors, need_replication_factors
        self.permutation_factors, self.factor_sizes = permutation_factors, factor_sizes

    def __str__(self):
        kinds = ("reduction_factors", "need_replication_factors", "permutation_factors")
        special = "".join(f" {k}={getattr(self, k)}" for k in kinds if len(getattr(self, k)))
        return f"SdyShardingRule({self.operand_mappings}, {self.result_mappings}, {self.factor_sizes}{special})"

    __repr__ = __str__


def _mapping(text):
    """The mapping that words say: factors, several of one axis in brackets, an ellipsis at the beginning."""
    found, compound = [], None
    for word in re.findall(BATCHING + r"\d*|[()]|\w+|\S", text):
        if _is_batching(word):
            if found or compound is not None:
                raise ValueError("Ellipsis can only be used at the beginning of a dimension")
            found.append(BATCHING + str(int(word[1:] or 0)))
        elif word == "(":
            if compound is not None:
                raise ValueError("Compound factors should be one level, nested brackets are not allowed")
            compound = []
        elif word == ")":
            if compound is None:
                raise ValueError("Brackets are not balanced")
            if len(compound) < 2:
                raise ValueError("Brackets should contain at least two factors")
            found.append(CompoundFactor(*compound))
            compound = None
        elif not (word[0].isalnum() or word[0] == "_"):
            raise ValueError(f"Unknown character '{word}'")
        else:
            _check_factor(word)
            (found if compound is None else compound).append(word)
    if compound is not None:
        raise ValueError("Brackets are not balanced")
    return ArrayMapping(*found)


def _rule_of_text(rule, **kinds):
    """The rule that text as "i j, j k -> i k" says."""
    if not isinstance(rule, str):
        raise TypeError(f"rule must be a str, but got {type(rule)}")
    if BATCHING in rule:
        raise ValueError(f"Unknown character '{BATCHING}'")
    rule = rule.replace("...", BATCHING)
    if "." in rule:
        raise ValueError("Character '.' must be used inside ellipsis '...'")
    if rule.count("->") != 1:
        raise ValueError(f"There is no -> in rule: '{rule}'")
    sides = [tuple(_mapping(part) for part in side.split(",")) for side in rule.split("->")]
    return SdyShardingRule(*sides, **kinds)


class custom_partitioning:
    """A function with its rules."""

    def __init__(self, fun, static_argnums=()):
        check_callable(fun)
        self.fun, self.__wrapped__, self.static_argnums = fun, fun, static_argnums
        self.partition = None

    def def_partition(self, partition, infer_sharding_from_operands=None, propagate_user_sharding=None,
                      decode_shardings=True, sharding_rule=None, *, reduction_factors=(), need_replication_factors=(),
                      permutation_factors=(), **factor_sizes):
        special = {"reduction_factors": reduction_factors, "need_replication_factors": need_replication_factors,
                   "permutation_factors": permutation_factors}
        given = factor_sizes | {k: v for k, v in special.items() if len(v)}
        if isinstance(sharding_rule, str):
            sharding_rule = _rule_of_text(sharding_rule, **given)
        elif given:
            raise ValueError(f"Unknown keyword arguments: {given}")
        self.partition, self.infer_sharding_from_operands = partition, infer_sharding_from_operands
        self.propagate_user_sharding, self.sharding_rule = propagate_user_sharding, sharding_rule
        return partition

    def __call__(self, *args, **kwargs):
        if self.partition is None:
            raise ValueError("custom_partitioning: def_partition was not called")
        return self.fun(*args, **kwargs)
