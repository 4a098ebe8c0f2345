"""Bytes in, documents out: finding, fetching, extracting."""

from dragoman.ingest.config import ExtractConfig, FetchConfig
from dragoman.ingest.discover import FolderFetcher
from dragoman.ingest.extract import DocumentExtractor

__all__ = ["DocumentExtractor", "ExtractConfig", "FetchConfig", "FolderFetcher"]
