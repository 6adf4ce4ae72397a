package atelier.engine.lora;

import atelier.engine.weights.TensorInfo;
import atelier.model.adapter.AdapterMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file expresses ΔW, the change of one weight. Tensors are named, not read.
 *
 * <p>Weights are seen as matrices of outputs times everything else: a convolution's [out, in, k, k]
 * is [out, in·k·k].
 */
sealed interface Delta {

    /** Inner size of the products; 0 where there is none, and then nothing is scaled. */
    int rank();

    /** Numerator of the scale. */
    double alpha();

    /** Rows and columns of ΔW. */
    Matrix size();

    AdapterMethod method();

    /**
     * The kernel's core, or the tensor that holds the kernel whole; null where the kernel is spread
     * out in a matrix.
     */
    @Nullable TensorInfo kernelHolder();

    /** Whether it changes a convolution larger than 1×1, as far as the tensors show. */
    default boolean hasKernel() {
        TensorInfo holder = kernelHolder();
        return holder != null
                && holder.shape().size() == 4
                && holder.shape().get(2) * holder.shape().get(3) > 1;
    }

    /** What ΔW is multiplied by. */
    default double scale() {
        return rank() == 0 ? 1 : alpha() / rank();
    }

    /** Rows and columns. */
    record Matrix(long rows, long columns) {

        /** A weight's size. */
        static Matrix of(List<Long> shape) {
            long columns = 1;
            for (long extent : shape.subList(1, shape.size())) {
                columns *= extent;
            }
            return new Matrix(shape.getFirst(), columns);
        }

        @Override
        public String toString() {
            return rows + "×" + columns;
        }
    }

    /**
     * LoRA: up · down, with LyCORIS' Tucker core between them where there is one.
     *
     * @param down [rank, in] or [rank, in, k, k]
     * @param up [out, rank] or [out, rank, 1, 1]
     * @param mid [rank, rank, k, k], and down is 1×1 then
     */
    record LowRank(TensorInfo down, TensorInfo up, @Nullable TensorInfo mid, int rank, double alpha)
            implements Delta {

        @Override
        public Matrix size() {
            long kernel = mid == null ? 1 : Matrix.of(mid.shape()).columns() / mid.shape().get(1);
            return new Matrix(up.shape().getFirst(), Matrix.of(down.shape()).columns() * kernel);
        }

        @Override
        public @Nullable TensorInfo kernelHolder() {
            return mid == null ? down : mid;
        }

        @Override
        public AdapterMethod method() {
            return AdapterMethod.LORA;
        }
    }

    /**
     * One of the products that LoHa and LoKr are made of: a · b, or for convolutions a Tucker form
     * of a core and two matrices.
     *
     * @param a [rows, rank]; in the Tucker form [rank, rows]
     * @param b [rank, columns]; in the Tucker form [rank, in]
     * @param core [rank, rank, k, k]
     */
    record Product(TensorInfo a, TensorInfo b, @Nullable TensorInfo core) {

        int rank() {
            return Math.toIntExact(b.shape().getFirst());
        }

        Matrix size() {
            long columns = b.shape().get(1);
            if (core == null) {
                return new Matrix(a.shape().getFirst(), columns);
            }
            long kernel = Matrix.of(core.shape()).columns() / core.shape().get(1);
            return new Matrix(a.shape().get(1), columns * kernel);
        }
    }

    /** LoHa: (first) ⊙ (second). */
    record Hadamard(Product first, Product second, double alpha) implements Delta {

        @Override
        public int rank() {
            return first.rank();
        }

        @Override
        public Matrix size() {
            return first.size();
        }

        @Override
        public @Nullable TensorInfo kernelHolder() {
            return first.core();
        }

        @Override
        public AdapterMethod method() {
            return AdapterMethod.LOHA;
        }
    }

    /** A factor of LoKr: whole, or a product. */
    sealed interface Factor {

        Matrix size();

        /** 0 where it is whole. */
        int rank();
    }

    /** A factor that is stored as it is: [rows, columns] or [rows, columns, k, k]. */
    record Whole(TensorInfo matrix) implements Factor {

        @Override
        public Matrix size() {
            return Matrix.of(matrix.shape());
        }

        @Override
        public int rank() {
            return 0;
        }
    }

    /** A factor that is stored as a product. */
    record Factored(Product product) implements Factor {

        @Override
        public Matrix size() {
            return product.size();
        }

        @Override
        public int rank() {
            return product.rank();
        }
    }

    /**
     * LoKr: first ⊗ second, over outputs and inputs; the kernel is all in the second.
     *
     * @param rank of the product that has one; 0 where both factors are whole, and nothing is
     *     scaled then
     */
    record Kronecker(Factor first, Factor second, int rank, double alpha) implements Delta {

        @Override
        public Matrix size() {
            return new Matrix(
                    first.size().rows() * second.size().rows(),
                    first.size().columns() * second.size().columns());
        }

        @Override
        public @Nullable TensorInfo kernelHolder() {
            return switch (second) {
                case Whole whole -> whole.matrix();
                case Factored factored -> factored.product().core();
            };
        }

        @Override
        public AdapterMethod method() {
            return AdapterMethod.LOKR;
        }
    }

    /** The difference itself. */
    record Difference(TensorInfo difference) implements Delta {

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public double alpha() {
            return 0;
        }

        @Override
        public Matrix size() {
            return Matrix.of(difference.shape());
        }

        @Override
        public @Nullable TensorInfo kernelHolder() {
            return difference;
        }

        @Override
        public AdapterMethod method() {
            return AdapterMethod.FULL;
        }
    }
}
