import { Repository, type FindAndCountOptions, type Model } from '@nocobase/database';
import { COUNTED_EXACTLY } from '../../shared/counted-exactly';

/**
 * A list that says how many records there are, at a price that does not grow with the table: nothing is counted where the page is
 * the last one, and nothing beyond the next step of `COUNTED_EXACTLY` (one more than the step then says: more than that).
 */
export class BoundedRepository extends Repository {
  async findAndCount(options: FindAndCountOptions = {}): Promise<[Model[], number]> {
    const rows = (await this.find(options)) as Model[];
    return [rows, await this.countAround(options, rows.length)];
  }

  private async countAround(options: FindAndCountOptions, found: number): Promise<number> {
    const offset = Number(options.offset ?? 0);
    const limit = options.limit === undefined ? Infinity : Number(options.limit);
    if (found < limit && (found > 0 || offset === 0)) return offset + found;
    const step = COUNTED_EXACTLY * Math.ceil((offset + limit + 1) / COUNTED_EXACTLY);
    return (await this.hasMoreThan(step, options)) ? step + 1 : this.count(options);
  }

  /** Through a relation a record may be found several times: such a list is counted whole. */
  private async hasMoreThan(number: number, options: FindAndCountOptions): Promise<boolean> {
    const { where, include } = options.filter ? this.parseFilter(options.filter, options) : {};
    if (include?.length > 0) return false;
    const { transaction } = options;
    // no column: an index that answers the question is enough
    const one = this.database.sequelize.literal('1');
    const attributes: [typeof one, string][] = [[one, 'one']];
    const found = await this.collection.model.findAll({
      attributes,
      where,
      offset: number,
      limit: 1,
      raw: true,
      transaction,
    });
    return found.length > 0;
  }
}
