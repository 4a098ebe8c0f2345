"""Writes the network for the package: int8 ONNX, tokens, and the facts about it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dragoman.coding.encoder import FILES, Facts
from training.examples import Annotated
from training.learn import batch_of, tokenizer
from training.measure import events_of
from training.model import SPOTTED, Network

MODELS: Final = Path(__file__).parent.parent / "build" / "models"
_OPSET: Final = 17


class Answering(nn.Module):
    """The network as the package runs it: all that it knows of one text."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, parts: Tensor, places: Tensor) -> tuple[Tensor, ...]:
        """Logits of types, modes, contexts, and of each token's sides; the mean; triggers."""
        layers = self.network.layered(ids, parts)
        spotted = self.network.spotter(torch.cat([x[0] for x in layers[-SPOTTED:]], dim=-1))
        answers = self.network.answers(layers[-1], places)
        return *answers, self.network.meaning(layers[-1]), spotted.unsqueeze(0)


def export(network: Network, facts: Facts, example: Sequence[Annotated], folder: Path) -> int:
    """The size in bytes of the network's file; beside it stand its tokens and its facts."""
    folder.mkdir(parents=True, exist_ok=True)
    network_file, tokens_file, facts_file = (folder / name for name in FILES)
    with tempfile.TemporaryDirectory() as scratch:
        exact = Path(scratch) / "exact.onnx"
        _write(network, example, exact)
        # Seven bits: processors without VNNI overflow when eight meet eight.
        quantize_dynamic(
            exact, network_file, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
        )
    tokens_file.write_text(tokenizer().to_str(), "utf-8")
    facts_file.write_bytes(msgspec.json.format(msgspec.json.encode(facts), indent=1) + b"\n")
    return network_file.stat().st_size


def _write(network: Network, example: Sequence[Annotated], path: Path) -> None:
    """The exact network; any length of text will do for it."""
    batch = batch_of(events_of(example, told=True)[:1])
    torch.onnx.export(
        Answering(network).eval(),
        (batch.ids, batch.parts, batch.places),
        str(path),
        input_names=["ids", "parts", "places"],
        output_names=["types", "modes", "contexts", "sides", "meaning", "triggers"],
        dynamic_axes={name: {1: "tokens"} for name in ("ids", "parts", "sides", "triggers")},
        opset_version=_OPSET,
        dynamo=False,
    )
