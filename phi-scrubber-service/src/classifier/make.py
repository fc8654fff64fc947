#!/usr/bin/env python3
"""Makes the token classifier with which phi-scrubber-service tests that it runs one.

    pip install onnx==1.23.2 tokenizers==0.23.3
    python3 make.py ../test/resources/classifier

It has the form of Hugging Face's exports (config.json, tokenizer.json, model.onnx) and is no model to be used: a table of
scores for each piece, and one of what a piece says of the piece after it. "zork" is the name of a patient wherever it
stands, "quux" that of a hospital, and whatever stands after "dr" is a name. It knows no other word. Two runs give the same
bytes.
"""
import json
import pathlib
import sys

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

LABELS = ["O", "B-PATIENT", "I-PATIENT", "B-HOSP", "I-HOSP", "B-DATE", "I-DATE", "B-AGE", "I-AGE"]
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
WORDS = ["zork", "quux", "blip", "dr", "on", "aged", "lives", "at", "the", "##zork"]
PLAIN, SURE, NEXT = 4.0, 9.0, 12.0


def tokenizer():
    pieces = SPECIAL + WORDS + list(LETTERS) + ["##" + letter for letter in LETTERS]
    pieces += [chr(code) for code in range(33, 127) if not chr(code).isalnum()]
    vocabulary = {piece: number for number, piece in enumerate(pieces)}
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", vocabulary["[CLS]"]), ("[SEP]", vocabulary["[SEP]"])])
    return made, vocabulary


def tables(vocabulary):
    own = numpy.zeros((len(vocabulary), len(LABELS)), numpy.float32)
    after = numpy.zeros_like(own)
    own[:, LABELS.index("O")] = PLAIN
    own[vocabulary["zork"], LABELS.index("B-PATIENT")] = SURE
    own[vocabulary["##zork"], LABELS.index("I-PATIENT")] = SURE
    own[vocabulary["blip"], LABELS.index("I-PATIENT")] = SURE
    own[vocabulary["quux"], LABELS.index("B-HOSP")] = SURE
    after[vocabulary["dr"], LABELS.index("B-PATIENT")] = NEXT
    after[vocabulary["on"], LABELS.index("B-DATE")] = NEXT
    after[vocabulary["aged"], LABELS.index("B-AGE")] = NEXT
    return own, after


def network(own, after):
    constants = [
        numpy_helper.from_array(own, "own"),
        numpy_helper.from_array(after, "after"),
        numpy_helper.from_array(numpy.zeros((1, 1, len(LABELS)), numpy.float32), "nothing"),
        numpy_helper.from_array(numpy.array([0], numpy.int64), "first"),
        numpy_helper.from_array(numpy.array([-1], numpy.int64), "last"),
        numpy_helper.from_array(numpy.array([1], numpy.int64), "row"),
        numpy_helper.from_array(numpy.array([2], numpy.int64), "column"),
    ]
    nodes = [
        helper.make_node("Gather", ["own", "input_ids"], ["by_piece"]),
        helper.make_node("Gather", ["after", "input_ids"], ["by_neighbour"]),
        helper.make_node("Slice", ["by_neighbour", "first", "last", "row"], ["all_but_last"]),
        helper.make_node("Concat", ["nothing", "all_but_last"], ["shifted"], axis=1),
        helper.make_node("Add", ["by_piece", "shifted"], ["scores"]),
        helper.make_node("Cast", ["attention_mask"], ["seen"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["seen", "column"], ["seen_by_label"]),
        helper.make_node("Mul", ["scores", "seen_by_label"], ["logits"]),
    ]
    shape = ["batch", "sequence"]
    graph = helper.make_graph(
        nodes, "classifier",
        [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, shape + [len(LABELS)])], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8, producer_name="hilum")
    onnx.checker.check_model(model, full_check=True)
    return model


def main():
    target = pathlib.Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    cutter, vocabulary = tokenizer()
    cutter.save(str(target / "tokenizer.json"))
    onnx.save(network(*tables(vocabulary)), str(target / "model.onnx"))
    card = {
        "architectures": ["BertForTokenClassification"],
        "id2label": {str(number): label for number, label in enumerate(LABELS)},
        "max_position_embeddings": 512,
    }
    (target / "config.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
