package io.residua.stream.kafka;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Keeps what all RocksDB stores of the process take outside the heap within one bound: blocks,
 * indices, filters and write buffers share one cache, of which write buffers take at most half.
 * Kafka Streams makes one for each store; the memory stays until the process ends.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
  /** Setting that says how many mebibytes. */
  static final String MEBIBYTES = "residua.rocksdb.mebibytes";

  private static final int BLOCK_BYTES = 4 << 10;
  private static final long WRITE_BUFFER_BYTES = 8 << 20;
  private static final int WRITE_BUFFERS = 3;
  private static final double BLOOM_BITS = 10;
  private static final boolean ANY_SIZE = false;
  private static final double INDEX_SHARE = 0.2;
  private static final Map<Long, Memory> SHARED = new ConcurrentHashMap<>();

  /** Memory that stores share. */
  private record Memory(Cache cache, WriteBufferManager writeBuffers) {
    static Memory of(long bytes) {
      Cache cache = new LRUCache(bytes, -1, ANY_SIZE, INDEX_SHARE);
      return new Memory(cache, new WriteBufferManager(bytes / 2, cache));
    }
  }

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    long bytes = Long.parseLong(settings.get(MEBIBYTES).toString()) << 20;
    Memory memory = SHARED.computeIfAbsent(bytes, Memory::of);
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(memory.cache());
    table.setBlockSize(BLOCK_BYTES);
    table.setFilterPolicy(new BloomFilter(BLOOM_BITS));
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(memory.writeBuffers());
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    options.setMaxWriteBufferNumber(WRITE_BUFFERS);
  }

  @Override
  public void close(String store, Options options) {
    // The memory is shared with the stores that stay open.
  }
}
